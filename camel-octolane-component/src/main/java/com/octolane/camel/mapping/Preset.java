// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

/** Whose field names the source uses. */
public enum Preset {
    /** The API's own. */
    octolane,
    /** Those of Salesforce's REST API and report exports. */
    salesforce
}
