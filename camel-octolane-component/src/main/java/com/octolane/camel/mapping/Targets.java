// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.octolane.camel.OctolaneObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Decides where the fields of one object's records go: the user's mapping first, then the preset, then the API's names. */
final class Targets {

    /** Sources have few different keys; past this many, keys are decided anew each time. */
    private static final int REMEMBERED = 4096;

    /** The rows of a file are seldom wider. */
    private static final int PLACES = 64;

    private static final Set<String> PARTS = Set.of("opportunity", "relatedobjects");
    private static final Set<String> CUSTOM_PARTS = Set.of("customattributes", "customfields");

    private final OctolaneObject object;
    private final boolean update;
    private final boolean resolved;
    private final MappingOptions options;
    private final Map<String, String> userMapping = new HashMap<>();
    private final Map<String, Target> known = new ConcurrentHashMap<>();
    /** Read and written without a lock: an entry never changes, and a lost one is decided again. */
    private final Placed[] placed = new Placed[PLACES];

    /** The key that a record had at some place, and where it goes. */
    private record Placed(String key, Target target) {}

    /** @param resolved whether definitions tell later which of the keys that no rule knows are custom fields */
    Targets(OctolaneObject object, boolean update, boolean resolved, MappingOptions options) {
        this.object = object;
        this.update = update;
        this.resolved = resolved;
        this.options = options;
        options.fieldMapping().forEach((from, to) -> userMapping.put(Keys.normalise(from), to));
    }

    Target of(String key) {
        Target target = known.get(key);
        if (target == null) {
            target = decide(key, Keys.normalise(key));
            if (known.size() < REMEMBERED) {
                known.put(key, target);
            }
        }
        return target;
    }

    /** @param place of the key in its record: the rows of a file have the same keys at the same places */
    Target of(String key, int place) {
        if (place >= PLACES) {
            return of(key);
        }
        Placed before = placed[place];
        if (before != null && before.key().equals(key)) {
            return before.target();
        }
        Target target = of(key);
        placed[place] = new Placed(key, target);
        return target;
    }

    /** Whether a rule names this key itself, rather than what is left over. */
    boolean isNamed(String key) {
        Target target = of(key);
        return target.kind() == Target.Kind.FIELD
                || target == Target.IGNORED
                || userMapping.containsKey(Keys.normalise(key));
    }

    private Target decide(String key, String spelling) {
        String mapped = userMapping.get(spelling);
        if (mapped != null) {
            return mapped(mapped, Keys.normalise(mapped));
        }
        if (CUSTOM_PARTS.contains(spelling)) {
            return Target.CUSTOM_PART;
        }
        if (object == OctolaneObject.opportunity && PARTS.contains(spelling)) {
            return Target.PART;
        }
        if (update && spelling.equals("id")) {
            return options.preset() == Preset.salesforce ? Target.OWN_ID : Target.ID;
        }
        if (options.preset() == Preset.salesforce) {
            String name = SalesforceNames.find(object, spelling);
            if (name != null) {
                return Target.to(FieldTable.of(object).find(Keys.normalise(name), update), 1);
            }
            if (SalesforceNames.isIgnored(spelling)) {
                return Target.IGNORED;
            }
            if (SalesforceNames.isRelation(spelling)) {
                return Target.RELATION;
            }
            if (object == OctolaneObject.opportunity && SalesforceNames.isContactRoles(spelling)) {
                return Target.CONTACT_ROLES;
            }
        }
        Field field = FieldTable.of(object).find(spelling, update);
        if (field != null) {
            return Target.to(field, Keys.normalise(field.name()).equals(spelling) ? 2 : 3);
        }
        return FieldTable.of(object).isServerSet(spelling) ? Target.IGNORED : unknown(key);
    }

    private Target mapped(String name, String spelling) {
        if (update && spelling.equals("id")) {
            return Target.ID;
        }
        Field field = FieldTable.of(object).find(spelling, update);
        if (field != null) {
            return Target.to(field, 0);
        }
        return FieldTable.of(object).isServerSet(spelling) ? Target.IGNORED : Target.toCustom(name, 0);
    }

    /** The name that the user's mapping gives this key, or the key. */
    String renamed(String key) {
        return userMapping.getOrDefault(Keys.normalise(key), key);
    }

    /** Where a key goes that no rule knows. */
    Target unknown(String key) {
        if (key.isBlank() && options.unmapped() != Unmapped.ignore) {
            return Target.UNKNOWN;
        }
        if (resolved && !key.isBlank()) {
            return Target.toCustom(key, 4);
        }
        return switch (options.unmapped()) {
            case custom -> Target.toCustom(key, 4);
            case ignore -> Target.LEFT_OUT;
            case fail -> Target.UNKNOWN;
        };
    }
}
