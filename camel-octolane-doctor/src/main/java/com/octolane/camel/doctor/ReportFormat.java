// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Help.Ansi;

/** The forms of a report. A constant is spelt as on the command line. */
enum ReportFormat {
    table {
        @Override
        String write(Report report, Ansi ansi) {
            StringBuilder text = new StringBuilder();
            for (Finding each : report.findings()) {
                Verdict verdict = each.verdict();
                String label = String.format("%-10s", verdict.label());
                text.append(each.assumption().id()).append("  ");
                text.append(ansi.string("@|bold," + verdict.colour() + " " + label + "|@"))
                        .append("  ");
                text.append(each.assumption().about())
                        .append(": ")
                        .append(each.seen())
                        .append('\n');
                if (verdict == Verdict.DIFFERS) {
                    text.append(INDENT)
                            .append("assumed: ")
                            .append(each.assumption().assumed())
                            .append('\n');
                    text.append(INDENT).append(each.assumption().otherwise()).append('\n');
                    each.lines()
                            .forEach(line -> text.append(INDENT).append(line).append('\n'));
                }
            }
            if (!report.written().isEmpty()) {
                text.append("\nWritten, and to be removed by hand:\n");
                report.written()
                        .forEach(each -> text.append("  ").append(line(each)).append('\n'));
            }
            text.append('\n').append(report.summary()).append('\n');
            return report.stopped() == null ? text.toString() : text + report.stopped() + '\n';
        }
    },
    json {
        @Override
        String write(Report report, Ansi ansi) {
            ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            ObjectNode root = mapper.createObjectNode();
            root.put("holds", report.count(Verdict.HOLDS)).put("differs", report.count(Verdict.DIFFERS));
            root.put("notTested", report.count(Verdict.NOT_TESTED)).put("stopped", report.stopped());
            for (Finding each : report.findings()) {
                ObjectNode entry = root.withArrayProperty("assumptions").addObject();
                entry.put("id", each.assumption().id())
                        .put("about", each.assumption().about());
                entry.put("assumed", each.assumption().assumed())
                        .put("verdict", each.verdict().label());
                entry.put("seen", each.seen());
                if (each.verdict() == Verdict.DIFFERS) {
                    entry.put("otherwise", each.assumption().otherwise());
                    entry.put("option", each.assumption().option());
                    each.lines().forEach(entry.withArrayProperty("properties")::add);
                }
            }
            root.set("written", mapper.valueToTree(report.written()));
            try {
                return mapper.writeValueAsString(root) + '\n';
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    markdown {
        @Override
        String write(Report report, Ansi ansi) {
            StringBuilder text = new StringBuilder("### What camel-octolane-doctor found\n\n");
            text.append(report.summary()).append(".\n\n| id | verdict | about | seen |\n| --- | --- | --- | --- |\n");
            for (Finding each : report.findings()) {
                text.append("| ")
                        .append(each.assumption().id())
                        .append(" | ")
                        .append(each.verdict().label());
                text.append(" | ").append(cell(each.assumption().about()));
                text.append(" | ").append(cell(each.seen()));
                each.lines().forEach(line -> text.append("<br>`").append(line).append("`"));
                text.append(" |\n");
            }
            if (!report.written().isEmpty()) {
                text.append("\nWritten, and to be removed by hand:\n\n");
                report.written()
                        .forEach(each -> text.append("- ").append(line(each)).append('\n'));
            }
            return report.stopped() == null ? text.toString() : text + "\n" + report.stopped() + '\n';
        }
    };

    private static final String INDENT = " ".repeat(17);

    /** @param ansi whether the terminal shows colours */
    abstract String write(Report report, Ansi ansi);

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private static String line(Written.Entry entry) {
        return entry.object() + " " + (entry.id() == null ? "of unknown id" : entry.id()) + " (" + entry.mark() + ")";
    }
}
