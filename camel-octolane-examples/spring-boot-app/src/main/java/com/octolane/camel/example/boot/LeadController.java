// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.boot;

import com.octolane.camel.bulk.UpsertResult;
import jakarta.validation.Valid;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands a lead to the route, and answers with the ids. */
@RestController
class LeadController {

    private final ProducerTemplate camel;

    LeadController(ProducerTemplate camel) {
        this.camel = camel;
    }

    @PostMapping("/leads")
    ResponseEntity<Map<String, Object>> take(@Valid @RequestBody Lead lead) throws Exception {
        Exchange done =
                camel.send("direct:leads", exchange -> exchange.getMessage().setBody(lead));
        if (done.getException() != null) {
            throw done.getException();
        }
        UpsertResult contact = done.getProperty("contact", UpsertResult.class);
        UpsertResult opportunity = done.getMessage().getBody(UpsertResult.class);
        boolean created = opportunity.action() == UpsertResult.Action.created;
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Map.of(
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
