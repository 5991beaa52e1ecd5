// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.OctolaneObject;
import org.junit.jupiter.api.Test;

class MatchOnTest {

    @Test
    void onlyTheCustomFieldsOfAKeyHaveToBeWrittenUnderTheirSlugs() {
        MatchOn key = MatchOn.of(OctolaneObject.account, "Website, custom_fields.tier,custom_fields.external_id");

        assertThat(key.customFields()).containsExactly("tier", "external_id");
        assertThat(MatchOn.of(OctolaneObject.account, null).customFields()).isEmpty();
    }
}
