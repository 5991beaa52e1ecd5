// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.ApiResult;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.mapping.Defaults;
import java.util.List;
import org.apache.camel.Message;

/** The headers of a producer's message: what they add to the options, and what they tell of the answer. */
final class ProducerHeaders {

    private final OctolaneObject object;
    private final OctolaneConfiguration options;

    ProducerHeaders(OctolaneObject object, OctolaneConfiguration options) {
        this.object = object;
        this.options = options;
    }

    /** The pipeline and the stage that hold for a record which names none. */
    Defaults defaults(Message message) {
        return new Defaults(
                headerOr(message, OctolaneConstants.PIPELINE_ID, options.getPipelineId()),
                headerOr(message, OctolaneConstants.STAGE_ID, options.getStageId()));
    }

    /** The header, or the option where there is none. */
    static String headerOr(Message message, String header, String option) {
        String value = message.getHeader(header, String.class);
        return value == null || value.isBlank() ? option : value;
    }

    /** The header, unless it belongs to another object's record, else the option. */
    String recordId(Message message) {
        String owner = message.getHeader(OctolaneConstants.OBJECT, String.class);
        return owner == null || owner.equals(object.name())
                ? headerOr(message, OctolaneConstants.RECORD_ID, options.getRecordId())
                : options.getRecordId();
    }

    /** The pipeline whose fields or stages are meant; null for other objects. */
    String pipeline(Message message) {
        String pipeline = defaults(message).pipelineId();
        // assumption A-08
        if (object == OctolaneObject.opportunity && pipeline == null) {
            throw new OctolaneMappingException(List.of(Problem.of(
                    "pipeline_id", null, "a pipeline, as header CamelOctolanePipelineId or option pipelineId")));
        }
        return pipeline;
    }

    /** Tells of the answer to a call about one record, or about none. */
    void answered(Message message, ApiResult result, String id) {
        message.setHeader(OctolaneConstants.STATUS_CODE, result.status());
        set(message, OctolaneConstants.MESSAGE, result.message());
        identify(message, id);
    }

    /** The id never stands without its object, so that one left over is not taken for that of another object. */
    void identify(Message message, String id) {
        message.setHeader(OctolaneConstants.OBJECT, object.name());
        set(message, OctolaneConstants.RECORD_ID, id);
    }

    /** Sets a header, or takes away what an earlier step left in it. */
    static void set(Message message, String header, Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }
}
