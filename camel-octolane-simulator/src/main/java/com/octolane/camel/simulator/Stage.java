// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

/** A stage of a pipeline. {@code probability} is a percentage or null; {@code type} is default, positive or negative. */
record Stage(
        String id,
        String label,
        int order,
        String color,
        boolean active,
        boolean isDefault,
        Number probability,
        String type) {

    Stage at(int newOrder, boolean newDefault) {
        return new Stage(id, label, newOrder, color, active, newDefault, probability, type);
    }
}
