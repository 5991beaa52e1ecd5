// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.ApiResult;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.Request;
import java.io.IOException;
import org.apache.camel.Message;

/** The operations for the fields of an object and the stages of a pipeline. */
final class DefinitionCalls {

    private final OctolaneConfiguration options;
    private final OctolaneObject object;
    private final OctolaneClient client;
    private final ProducerHeaders headers;
    private final Definitions definitions;
    private final Output output;

    DefinitionCalls(OctolaneEndpoint endpoint, OctolaneClient client, ProducerHeaders headers, Output output) {
        this.options = endpoint.getConfiguration();
        this.object = endpoint.getObject();
        this.client = client;
        this.headers = headers;
        this.definitions = new Definitions(endpoint.getComponent().objectMapper());
        this.output = output;
    }

    void listFields(Message message) {
        answer(message, client.listFields(object, headers.pipeline(message)), "fields");
    }

    void listStages(Message message) {
        answer(message, client.listStages(headers.pipeline(message)), "stages");
    }

    void define(Message message, OctolaneOperation operation) throws IOException {
        Request request = request(operation, headers.pipeline(message), message.getBody());
        if (options.isDryRun()) {
            message.setBody(output.request(request));
        } else {
            answer(message, client.send(request), operation == OctolaneOperation.createStages ? "stages" : "fields");
        }
    }

    private Request request(OctolaneOperation operation, String pipeline, Object body) throws IOException {
        return switch (operation) {
            case createFields ->
                client.createFieldsRequest(object, pipeline, definitions.read(body, "name", "attribute_type"));
            case createStages -> client.createStagesRequest(pipeline, definitions.read(body, "label"));
            default -> client.updateFieldsRequest(object, pipeline, definitions.read(body));
        };
    }

    private void answer(Message message, ApiResult result, String list) {
        headers.answered(message, result, null);
        message.setBody(output.data(Definitions.list(result.data(), list)));
    }
}
