// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.csv;

import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.BulkRowListener;
import com.octolane.camel.bulk.UpsertResult;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.util.ObjectHelper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tells what became of each row: progress while a file is read, and a CSV file of the rows that were not imported, with
 * their own columns and the reason, ready to be corrected and put into the inbox again.
 */
public final class ImportReport implements BulkRowListener {

    static final String REASON = "octolane_error";

    private static final int PROGRESS_ROWS = 500;

    private final Path folder;
    private final Runnable whenInboxIsEmpty;
    private final PrintStream out;
    private final List<Path> reports = new ArrayList<>();
    private String file;
    private Path report;
    private CSVPrinter printer;
    private List<?> columns;
    private long started;
    private long rows;
    private long rejected;
    private long updated;
    private long unchanged;
    private long totalRows;
    private long totalRejected;

    ImportReport(Path folder, Runnable whenInboxIsEmpty, PrintStream out) {
        this.folder = folder;
        this.whenInboxIsEmpty = whenInboxIsEmpty;
        this.out = out;
    }

    public void begin(String name) {
        file = name;
        report = free(name.replaceFirst("(?i)[.]csv$", "") + "-rejected", ".csv");
        printer = null;
        columns = null;
        rows = 0;
        rejected = 0;
        updated = 0;
        unchanged = 0;
        started = System.nanoTime();
    }

    /** A name that no earlier report has: its rows may still wait for their correction. */
    private Path free(String name, String extension) {
        Path path = folder.resolve(name + extension);
        for (int i = 2; Files.exists(path); i++) {
            path = folder.resolve(name + "-" + i + extension);
        }
        return path;
    }

    @Override
    public void onRow(BulkResult.Row row) {
        rows++;
        if (row.status() != BulkResult.Status.SUCCEEDED) {
            rejected++;
            boolean unknown = row.status() == BulkResult.Status.UNKNOWN;
            reject((Map<?, ?>) row.record(), (unknown ? "outcome unknown: " : "") + row.error());
        }
        if (row.action() == UpsertResult.Action.updated) {
            updated++;
        } else if (row.action() == UpsertResult.Action.unchanged) {
            unchanged++;
        }
        if (rows % PROGRESS_ROWS == 0) {
            printProgress();
        }
    }

    private void printProgress() {
        double seconds = Math.max(1, System.nanoTime() - started) / 1e9;
        out.printf("%s: %d rows, %.0f rows/s, %d rejected%n", file, rows, rows / seconds, rejected);
    }

    private void reject(Map<?, ?> record, String reason) {
        try {
            if (printer == null) {
                columns = record.keySet().stream()
                        .filter(each -> !each.equals(REASON))
                        .toList();
                Files.createDirectories(folder);
                printer = CSVFormat.DEFAULT.print(Files.newBufferedWriter(report, StandardCharsets.UTF_8));
                reports.add(report);
                printRow(columns.stream(), REASON);
            }
            printRow(columns.stream().map(record::get), reason);
        } catch (IOException e) {
            throw new UncheckedIOException("The report " + report + " could not be written", e);
        }
    }

    private void printRow(Stream<?> cells, String reason) throws IOException {
        printer.printRecord(Stream.concat(cells, Stream.of(reason)));
    }

    /** A file was read to its end. */
    public void imported(Exchange exchange) throws IOException {
        end();
        if (rows > 0 && rejected == rows) {
            exchange.setProperty("folder", "failed");
        }
        printFile(rejected == 0 ? "none" : report.toString());
    }

    /** A file could not be read, or not to its end: the file is kept, and a report tells why. */
    public void broke(Exchange exchange, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure)
            throws IOException {
        end();
        exchange.setProperty("folder", "failed");
        Files.createDirectories(folder);
        Path error = free(file + ".error", ".txt");
        reports.add(error);
        Files.writeString(error, file + " could not be imported after row " + rows + ": " + reason(failure) + "\n");
        out.printf("%s could not be read to its end (%s)%n", file, error);
        printFile(error.toString());
    }

    private static String reason(Exception failure) {
        if (ObjectHelper.getException(CharacterCodingException.class, failure) != null) {
            return "it is not text in UTF-8 from there on";
        }
        // what Camel wraps around an exception says less than the exception
        Throwable told = failure;
        while (told instanceof CamelExecutionException && told.getCause() != null) {
            told = told.getCause();
        }
        return told.getMessage();
    }

    private void end() throws IOException {
        if (printer != null) {
            printer.close();
        }
        totalRows += rows;
        totalRejected += rejected;
    }

    private void printFile(String where) {
        printProgress();
        String before = updated + unchanged == 0
                ? ""
                : " (%d were there, of which %d changed)".formatted(updated + unchanged, updated);
        out.printf(
                "%s: %d of %d rows imported%s, %d rejected (%s)%n",
                file, rows - rejected, rows, before, rejected, where);
    }

    public void inboxIsEmpty() {
        whenInboxIsEmpty.run();
    }

    void printTotal() {
        Object where = reports.isEmpty() ? "no report" : reports.size() == 1 ? reports.get(0) : folder;
        out.printf(
                "Imported %d of %d rows into Octolane, %d rejected (%s)%n",
                totalRows - totalRejected, totalRows, totalRejected, where);
    }

    long imported() {
        return totalRows - totalRejected;
    }

    long rejected() {
        return totalRejected;
    }
}
