// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.quarkus.it;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same with what was packaged; the profile {@code native} runs it with a native executable. */
@QuarkusIntegrationTest
class OctolaneNativeIT extends OctolaneTest {}
