// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import java.util.List;

/**
 * What was found out about an assumption.
 *
 * @param assumption the entry of the register
 * @param verdict    what came out
 * @param seen       what was seen, or why nothing could be; free of personal data
 * @param lines      lines of {@code application.properties} that help
 */
record Finding(Assumption assumption, Verdict verdict, String seen, List<String> lines) {}
