// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the questions and writes the report. */
@Command(
        name = "check",
        description = "Reads, compares, and reports. Writes nothing unless told to.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all that was tested holds", "1:something differs", "2:could not run, or not to the end"})
final class CheckCommand implements Callable<Integer> {

    private static final int SECONDS_TO_END = 5;

    @Option(
            names = "--api-key",
            arity = "0..1",
            interactive = true,
            defaultValue = "${env:OCTOLANE_API_KEY}",
            description =
                    "The key. Without a value it is asked for; better set OCTOLANE_API_KEY, which no list of processes shows.")
    private String apiKey;

    @Option(
            names = "--base-url",
            defaultValue = "https://api.octolane.com/v1",
            description = "The address of the API (${DEFAULT-VALUE}).")
    private String baseUrl;

    @Option(names = "--pipeline", paramLabel = "ID", description = "The pipeline whose opportunities are looked at.")
    private UUID pipeline;

    @Option(
            names = "--write",
            description =
                    "Also create and update records, which nobody but you can delete. Needs --pipeline, and asks before.")
    private boolean write;

    @Option(names = "--yes", description = "Do not ask before writing.")
    private boolean yes;

    @Option(
            names = "--requests-per-second",
            defaultValue = "4",
            description = "The pace (${DEFAULT-VALUE}); 0 for no limit.")
    private double rate;

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private ReportFormat format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the report goes; standard output if not given.")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter errors = spec.commandLine().getErr();
        if (apiKey == null || apiKey.isBlank()) {
            errors.println("There is no key: set OCTOLANE_API_KEY, or give --api-key.");
            return Report.COULD_NOT_RUN;
        }
        if (write && pipeline == null) {
            errors.println("--write needs --pipeline ID: an opportunity is created there.");
            return Report.COULD_NOT_RUN;
        }
        if (write && !yes && !isConfirmed(errors)) {
            errors.println("Not confirmed: nothing was asked and nothing was written.");
            return Report.COULD_NOT_RUN;
        }
        try (Connection connection = new Connection(apiKey, baseUrl, rate)) {
            return examine(connection, errors);
        } catch (CannotRun e) {
            errors.println(e.getMessage());
            return Report.COULD_NOT_RUN;
        }
    }

    private static boolean isConfirmed(PrintWriter errors) {
        errors.println("""
                This will create, at the service, what it cannot delete again:
                  6 accounts, on domains that end in .camel-octolane-doctor.example (one of them comes with the contacts),
                  and 1 more where accounts have a select
                  3 contacts, or 4 where a bulk call with a bad row keeps the good one, on one of these domains
                  1 note, 1 activity and 1 opportunity, named camel-octolane-doctor and a number
                  1 custom field of accounts, camel_octolane_doctor, where they have no text field yet
                and will update some of these. No other record is touched. All are listed at the end.
                Type yes to go on:""");
        errors.flush();
        // left open: it is the process's own input
        Scanner input = new Scanner(System.in, Charset.defaultCharset());
        return input.hasNextLine() && input.nextLine().strip().equalsIgnoreCase("yes");
    }

    private int examine(Connection connection, PrintWriter errors) {
        Written written = new Written();
        String scope = pipeline == null ? null : pipeline.toString();
        Crm crm = new Crm(connection.client(), new Anonymiser(apiKey), scope, written);
        List<Probe> probes = new ArrayList<>();
        probes.addAll(PageProbes.all());
        probes.addAll(SortProbes.all());
        probes.addAll(FilterProbes.all());
        probes.addAll(FieldProbes.all());
        probes.addAll(SelectProbes.all());
        if (write) {
            Marks marks = new Marks(UUID.randomUUID().toString().substring(0, 8), written);
            probes.addAll(new CreateProbes(marks).all());
            probes.addAll(new ChangeProbes(marks).all());
            probes.addAll(SelectProbes.ofWrites(marks));
        }
        probes.addAll(EnvelopeProbes.all(connection.headers()));
        Examination examination = new Examination(crm, new Findings(), written, probes, errors);
        CountDownLatch done = new CountDownLatch(1);
        Thread onInterrupt = new Thread(() -> {
            examination.interrupt();
            connection.close();
            if (!endsInTime(done)) {
                write(examination.report());
            }
        });
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        examination.run();
        Report report = examination.report();
        write(report);
        if (report.stopped() != null) {
            errors.println(report.stopped());
        }
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // the hook is running: it has seen that all is done
        }
        return report.exitCode();
    }

    private static boolean endsInTime(CountDownLatch done) {
        try {
            return done.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write(Report report) {
        if (output != null) {
            try {
                Files.writeString(output, format.write(report, CommandLine.Help.Ansi.OFF));
                return;
            } catch (IOException e) {
                // what was found, and what was written, must not be lost
                spec.commandLine().getErr().println("The report cannot be written to " + output + ": here it is.");
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.write(report, CommandLine.Help.Ansi.AUTO));
        out.flush();
    }
}
