// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.bulk.BulkResult.RowError;
import com.octolane.camel.bulk.BulkResult.Status;
import com.octolane.camel.client.OctolaneException;

/**
 * A record on its way.
 *
 * @param index  its place in the input
 * @param record the record as the source gave it
 * @param body   what is sent for it
 * @param key    what names the record among others: its id for an update, its natural key for an upsert, or null
 * @param fields the values of an upsert by field, or null
 */
record Item(int index, Object record, ObjectNode body, String key, ObjectNode fields) {

    Item(int index, Object record, ObjectNode body, String key) {
        this(index, record, body, key, null);
    }

    Row succeeded(String id) {
        return new Row(index, Status.SUCCEEDED, record, id, null);
    }

    Row failed(RowError error) {
        return new Row(index, Status.FAILED, record, null, error);
    }

    Row failed(OctolaneException cause) {
        return failed(RowError.of(cause));
    }

    Row unknown(OctolaneException cause) {
        return new Row(index, Status.UNKNOWN, record, null, RowError.of(cause));
    }
}
