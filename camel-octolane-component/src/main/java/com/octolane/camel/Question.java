// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneException;

/**
 * The cheapest read that tells whether an endpoint's calls can work.
 *
 * @param object     a readable object
 * @param pipelineId the pipeline of opportunities, else null
 */
record Question(OctolaneObject object, String pipelineId) {

    static Question of(OctolaneEndpoint endpoint) {
        OctolaneObject object = endpoint.getObject();
        String pipeline = endpoint.getConfiguration().getPipelineId();
        if (object == OctolaneObject.opportunity && pipeline != null) {
            return new Question(object, pipeline);
        }
        // notes and activities cannot be read, nor opportunities without a pipeline
        return new Question(object == OctolaneObject.contact ? object : OctolaneObject.account, null);
    }

    /** @throws OctolaneException telling why the answer was not the one expected */
    void ask(OctolaneClient client) {
        client.check(object, pipelineId);
    }

    String name() {
        return object + (pipelineId == null ? "" : "-" + pipelineId);
    }
}
