// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import org.apache.camel.spi.Metadata;

/** The message headers of this component. No other header influences or reaches a request. */
public final class OctolaneConstants {

    @Metadata(label = "producer", description = "What to do, instead of the option operation.", javaType = "String")
    public static final String OPERATION = "CamelOctolaneOperation";

    @Metadata(
            description =
                    "In: the record to update or get, unless CamelOctolaneObject names another object. Out: the id"
                            + " of the record, where known.",
            javaType = "String")
    public static final String RECORD_ID = "CamelOctolaneRecordId";

    @Metadata(label = "producer", description = "The pipeline, instead of the option pipelineId.", javaType = "String")
    public static final String PIPELINE_ID = "CamelOctolanePipelineId";

    @Metadata(label = "producer", description = "The stage, instead of the option stageId.", javaType = "String")
    public static final String STAGE_ID = "CamelOctolaneStageId";

    @Metadata(label = "producer", description = "Free text, instead of the option query.", javaType = "String")
    public static final String QUERY = "CamelOctolaneQuery";

    @Metadata(
            label = "producer",
            description = "Conditions, instead of the options filter and filters: a Map, a List or JSON.",
            javaType = "Object")
    public static final String FILTERS = "CamelOctolaneFilters";

    @Metadata(label = "producer", description = "The order, instead of the option sort.", javaType = "String")
    public static final String SORT = "CamelOctolaneSort";

    @Metadata(
            label = "producer",
            description = "The fields to read, instead of the option fields: text or a List.",
            javaType = "Object")
    public static final String FIELDS = "CamelOctolaneFields";

    @Metadata(label = "producer", description = "Records on a page, instead of the option pageSize.", javaType = "int")
    public static final String PAGE_SIZE = "CamelOctolanePageSize";

    @Metadata(
            label = "producer",
            description = "The page to read: what CamelOctolaneNextCursor held after the same query.",
            javaType = "String")
    public static final String CURSOR = "CamelOctolaneCursor";

    @Metadata(description = "Out: the object of the endpoint.", javaType = "String")
    public static final String OBJECT = "CamelOctolaneObject";

    @Metadata(label = "producer", description = "Out: the HTTP status of the answer.", javaType = "int")
    public static final String STATUS_CODE = "CamelOctolaneStatusCode";

    @Metadata(label = "producer", description = "Out: the message of the answer.", javaType = "String")
    public static final String MESSAGE = "CamelOctolaneMessage";

    @Metadata(label = "producer", description = "Out: whether get found a record.", javaType = "boolean")
    public static final String FOUND = "CamelOctolaneFound";

    @Metadata(label = "producer", description = "Out: whether there is another page.", javaType = "boolean")
    public static final String HAS_MORE = "CamelOctolaneHasMore";

    @Metadata(label = "producer", description = "Out: the cursor of the next page.", javaType = "String")
    public static final String NEXT_CURSOR = "CamelOctolaneNextCursor";

    @Metadata(description = "Out: the custom field definitions of the page, by slug.", javaType = "java.util.Map")
    public static final String CUSTOM_FIELD_DEFINITIONS = "CamelOctolaneCustomFieldDefinitions";

    @Metadata(label = "producer", description = "Out: how many records a bulk operation read.", javaType = "int")
    public static final String BULK_TOTAL = "CamelOctolaneBulkTotal";

    @Metadata(label = "producer", description = "Out: how many rows succeeded.", javaType = "int")
    public static final String BULK_SUCCEEDED = "CamelOctolaneBulkSucceeded";

    @Metadata(label = "producer", description = "Out: how many rows failed.", javaType = "int")
    public static final String BULK_FAILED = "CamelOctolaneBulkFailed";

    @Metadata(label = "producer", description = "Out: how many rows have an unknown outcome.", javaType = "int")
    public static final String BULK_UNKNOWN = "CamelOctolaneBulkUnknown";

    @Metadata(label = "consumer", description = "When the record was created, ISO-8601.", javaType = "String")
    public static final String CREATED_AT = "CamelOctolaneCreatedAt";

    @Metadata(label = "consumer", description = "When the record was last updated, ISO-8601.", javaType = "String")
    public static final String UPDATED_AT = "CamelOctolaneUpdatedAt";

    @Metadata(
            label = "consumer",
            description = "The id and the version of the record: ready for the idempotent consumer.",
            javaType = "String")
    public static final String RECORD_KEY = "CamelOctolaneRecordKey";

    private OctolaneConstants() {}
}
