// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.client.ApiError;
import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.Request;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the rejection of one record inside the answer to a bulk call whose status is a success. */
public final class RowRejection {

    private static final int VALIDATION = 400;

    private RowRejection() {}

    /**
     * @param request the call with one record
     * @param status  the status of its answer
     * @param data    the data of its answer
     * @param id      the record's id for an update, null for a create
     * @throws OctolaneApiException where the answer reports that the record was rejected
     */
    public static void check(OctolaneObject object, Request request, int status, JsonNode data, String id) {
        Item item = new Item(0, null, JsonNodeFactory.instance.objectNode(), id);
        for (Row row : BulkAnswer.read(object, data, List.of(item)).settled()) {
            if (!row.succeeded()) {
                Map<String, Serializable> errors = new LinkedHashMap<>();
                row.error().errors().forEach((field, error) -> errors.put(field, String.valueOf(error)));
                throw new OctolaneApiException(new ApiError(
                        status,
                        VALIDATION,
                        row.error().message(),
                        errors,
                        request.method(),
                        request.path(),
                        data.toString()));
            }
        }
    }
}
