// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command: tells, with a real key, which assumptions about the API hold. */
@Command(
        name = "camel-octolane-doctor",
        description = "Tells, with a real key, which assumptions of camel-octolane about the API hold.",
        subcommands = CheckCommand.class)
public final class Doctor {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this.")
    private boolean help;

    private Doctor() {}

    /** Ends the process with 0, 1 (something differs) or 2 (could not run). */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Doctor()).setExitCodeExceptionMapper(failure -> Report.COULD_NOT_RUN);
    }
}
