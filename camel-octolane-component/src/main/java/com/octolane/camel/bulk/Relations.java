// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the relation keys of an update in the place of the domains and addresses by which the source of a deal names its
 * account and contacts. Those that the API does not have yet are created, as it does itself when it creates a deal.
 */
final class Relations {

    private record Relation(String source, OctolaneObject target, String read, String written) {}

    private static final List<Relation> SINGLE = List.of(
            new Relation("account_domain", OctolaneObject.account, "account_id", "opportunity_account"),
            new Relation("primary_contact_email", OctolaneObject.contact, "contact_id", "opportunity_contact"));
    private static final String OTHERS = "additional_contact_emails";

    /** The fields that name an account or a contact. */
    static final List<String> SOURCES = List.of("account_domain", "primary_contact_email", OTHERS);

    private final OctolaneClient client;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, OctolaneException> failures = new LinkedHashMap<>();

    Relations(OctolaneClient client) {
        this.client = client;
    }

    /** Resolves all that these changes name, with as few calls as possible. */
    void read(Collection<ObjectNode> changes) {
        Map<String, JsonNode> domains = new LinkedHashMap<>();
        Map<String, JsonNode> emails = new LinkedHashMap<>();
        for (ObjectNode each : changes) {
            add(domains, each.path("account_domain"));
            add(emails, each.path("primary_contact_email"));
            each.path(OTHERS).forEach(email -> add(emails, email));
        }
        resolve(OctolaneObject.account, domains);
        resolve(OctolaneObject.contact, emails);
    }

    private static void add(Map<String, JsonNode> values, JsonNode value) {
        if (value.isTextual()) {
            values.put(LookUp.comparable(value.textValue()), value);
        }
    }

    private void resolve(OctolaneObject object, Map<String, JsonNode> values) {
        List<Map.Entry<String, JsonNode>> all = List.copyOf(values.entrySet());
        for (int from = 0; from < all.size(); from += OctolaneClient.MAX_BULK_CREATE) {
            Map<String, JsonNode> chunk = new LinkedHashMap<>();
            all.subList(from, Math.min(all.size(), from + OctolaneClient.MAX_BULK_CREATE))
                    .forEach(each -> chunk.put(each.getKey(), each.getValue()));
            try {
                resolveChunk(object, chunk);
            } catch (OctolaneException e) {
                chunk.keySet().forEach(key -> failures.put(key, e));
            }
        }
    }

    private void resolveChunk(OctolaneObject object, Map<String, JsonNode> values) {
        LookUp lookUp = new LookUp(client, object);
        ids.putAll(lookUp.idsByNaturalKey(values.values()));
        Map<String, JsonNode> missing = new LinkedHashMap<>(values);
        missing.keySet().removeAll(ids.keySet());
        if (missing.isEmpty()) {
            return;
        }
        List<String> keys = List.copyOf(missing.keySet());
        List<Item> items = new ArrayList<>();
        for (String key : keys) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set(object.naturalKey(), missing.get(key));
            items.add(new Item(items.size(), key, body, null));
        }
        for (Row row : new ChunkWriter(object, new CreateCall(client, object)).write(items)) {
            String key = keys.get(row.index());
            if (!row.succeeded()) {
                failures.put(key, row.error().cause());
            } else if (row.id() != null) {
                ids.put(key, row.id());
                missing.remove(key);
            }
        }
        missing.keySet().removeAll(failures.keySet());
        if (!missing.isEmpty()) {
            // created, but the answer did not tell the ids
            ids.putAll(lookUp.idsByNaturalKey(missing.values()));
        }
    }

    /**
     * Replaces what names an account or a contact by the relation keys, where the record has others.
     *
     * @throws OctolaneException where one of them could be neither found nor created
     */
    void replace(ObjectNode changes, JsonNode actual) {
        for (Relation relation : SINGLE) {
            JsonNode wanted = changes.remove(relation.source());
            String before = actual.path(relation.read()).asText(null);
            String after = wanted == null || wanted.isNull() ? null : idOf(relation.target(), wanted);
            if (wanted != null && (after == null ? before != null : !after.equalsIgnoreCase(before))) {
                changes.put(relation.written(), after);
            }
        }
        JsonNode wanted = changes.remove(OTHERS);
        if (wanted != null) {
            Set<String> before = new TreeSet<>();
            actual.path("additional_contacts")
                    .forEach(each -> before.add(each.path("contact_id").asText()));
            Set<String> after = new TreeSet<>();
            wanted.forEach(email -> after.add(idOf(OctolaneObject.contact, email)));
            if (!after.equals(before)) {
                ArrayNode others = changes.putArray("opportunity_other_stakeholders");
                after.forEach(others::add);
            }
        }
    }

    private String idOf(OctolaneObject object, JsonNode value) {
        String key = LookUp.comparable(value.asText());
        String id = ids.get(key);
        if (id == null) {
            throw new OctolaneException(
                    "The " + object + " '" + key + "' could be neither found nor created, so that the opportunity was"
                            + " not changed",
                    failures.get(key));
        }
        return id;
    }
}
