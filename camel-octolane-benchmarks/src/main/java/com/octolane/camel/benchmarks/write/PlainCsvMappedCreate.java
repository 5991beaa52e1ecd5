// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.mapping.Defaults;
import com.octolane.camel.mapping.MappingOptions;
import com.octolane.camel.mapping.RecordMapper;
import java.util.Map;

/**
 * The floor of rows whose columns are found, validated and converted, and not written down beforehand: the plain loop
 * with this component's mapping. No row has an outcome of its own, and no two chunks are under way at once.
 */
public final class PlainCsvMappedCreate extends PlainCsvBulkCreate {

    private final RecordMapper mapper = new RecordMapper(MappingOptions.defaults(), new ObjectMapper());
    private final Defaults defaults = new Defaults(Endpoints.PIPELINE, null);

    @Override
    Object request(Map<String, ?> row) {
        return mapper.create(OctolaneObject.opportunity, row, defaults);
    }
}
