// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

/**
 * What was found out about an assumption.
 *
 * @param assumption the entry of the register
 * @param verdict    what came out
 * @param seen       what was seen, or why nothing could be; free of personal data
 * @param line       a line of {@code application.properties} that helps, or null
 */
record Finding(Assumption assumption, Verdict verdict, String seen, String line) {}
