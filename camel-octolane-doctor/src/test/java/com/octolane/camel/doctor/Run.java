// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/**
 * One run of the command.
 *
 * @param exitCode as the process would end
 * @param out      the standard output
 * @param err      the standard error
 */
record Run(int exitCode, String out, String err) {

    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Doctor.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** A check of the default pipeline, without a limit to its pace. */
    static Run check(OctolaneSimulator simulator, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "check",
                "--api-key=" + simulator.apiKey(),
                "--base-url=" + simulator.baseUrl(),
                "--pipeline=" + OctolaneSimulator.DEFAULT_PIPELINE_ID,
                "--requests-per-second=0"));
        arguments.addAll(Arrays.asList(more));
        return of(arguments.toArray(String[]::new));
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException e) {
            throw new AssertionError(out + err, e);
        }
    }

    /** The lines of {@code application.properties} that a report as JSON recommends. */
    Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        json().path("assumptions").forEach(each -> each.path("properties").forEach(line -> lines.add(line.asText())));
        return lines;
    }

    /** The ids with a verdict, in a report as JSON. */
    Set<String> ids(Verdict verdict) {
        Set<String> ids = new TreeSet<>();
        json().path("assumptions").forEach(each -> {
            if (each.path("verdict").asText().equals(verdict.label())) {
                ids.add(each.path("id").asText());
            }
        });
        return ids;
    }
}
