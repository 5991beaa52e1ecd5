// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quarkus;

import com.octolane.camel.bulk.UpsertResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jboss.resteasy.reactive.RestResponse;

/** Hands a lead to the route, and answers with the ids. */
@Path("/leads")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LeadResource {

    private final ProducerTemplate camel;

    LeadResource(ProducerTemplate camel) {
        this.camel = camel;
    }

    @POST
    public RestResponse<Map<String, Object>> take(@NotNull(message = LeadErrors.NO_FORM) @Valid Lead body)
            throws Exception {
        Exchange done =
                camel.send("direct:leads", exchange -> exchange.getMessage().setBody(body));
        if (done.getException() != null) {
            throw done.getException();
        }
        UpsertResult contact = done.getProperty("contact", UpsertResult.class);
        UpsertResult opportunity = done.getMessage().getBody(UpsertResult.class);
        boolean created = opportunity.action() == UpsertResult.Action.created;
        return RestResponse.status(
                created ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                Map.of(
                        "contactId",
                        contact.id(),
                        "contact",
                        contact.action().name(),
                        "opportunityId",
                        opportunity.id(),
                        "opportunity",
                        opportunity.action().name()));
    }
}
