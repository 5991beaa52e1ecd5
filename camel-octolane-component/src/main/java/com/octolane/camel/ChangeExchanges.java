// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.mapping.UsualDates;
import com.octolane.camel.poll.Change;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Puts changes into the exchanges of a consumer. No header is set that would move a record when it is written again. */
final class ChangeExchanges {

    private final OctolaneObject object;
    private final Output output;

    ChangeExchanges(OctolaneObject object, Output output) {
        this.object = object;
        this.output = output;
    }

    /** A record with its id and version, or a list of records. */
    Exchange fill(Exchange exchange, Offer offer) {
        Message message = exchange.getMessage();
        if (offer.only() == null) {
            message.setBody(output.list(
                    offer.batch().changes().stream().map(Change::source).toList()));
        } else {
            fill(message, offer.only());
        }
        message.setHeader(OctolaneConstants.OBJECT, object.name());
        message.setHeader(
                OctolaneConstants.CUSTOM_FIELD_DEFINITIONS, offer.batch().definitions());
        return exchange;
    }

    private void fill(Message message, Change change) {
        message.setBody(output.record(change.source()));
        setUnlessNull(message, OctolaneConstants.RECORD_ID, change.id());
        String created = text(change.createdAt(), change.source().get("created_at"));
        String updated = text(change.updatedAt(), change.source().get("updated_at"));
        setUnlessNull(message, OctolaneConstants.CREATED_AT, created);
        setUnlessNull(message, OctolaneConstants.UPDATED_AT, updated);
        if (change.id() != null) {
            message.setHeader(OctolaneConstants.RECORD_KEY, change.id() + "@" + (updated == null ? created : updated));
        }
    }

    private static String text(Instant instant, Object source) {
        return instant == null ? null : UsualDates.text(instant, source);
    }

    private static void setUnlessNull(Message message, String header, Object value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
