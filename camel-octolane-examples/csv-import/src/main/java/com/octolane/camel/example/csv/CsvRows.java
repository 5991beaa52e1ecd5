// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.csv;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.dataformat.csv.CsvRecordConverter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** How the files are read: as UTF-8, and each row with all columns of the heading. */
public final class CsvRows implements CsvRecordConverter<Map<String, String>> {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * The text of a file. A byte-order mark is left out, since a quoted first heading behind one would not be seen as
     * quoted.
     *
     * @return a reader that throws {@link java.nio.charset.CharacterCodingException} where the file is not UTF-8,
     *     rather than importing names with broken letters
     */
    public Reader open(File file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8);
        try {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** The columns of a file, for the route to choose by; empty where its heading cannot be read. */
    public List<String> columns(File file) throws IOException {
        try (Reader reader = open(file);
                CSVParser parser = CSVParser.parse(
                        reader, CSVFormat.DEFAULT.builder().setTrim(true).get())) {
            Iterator<CSVRecord> rows = parser.iterator();
            return rows.hasNext() ? rows.next().toList() : List.of();
        } catch (CharacterCodingException | UncheckedIOException | IllegalStateException e) {
            // the file is read once more, and then reported with its place
            return List.of();
        }
    }

    /** A row that ends early has blanks in its last columns, so that a report of it has all headings. */
    @Override
    public Map<String, String> convertRecord(CSVRecord row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : row.getParser().getHeaderNames()) {
            cells.put(column, row.isSet(column) ? row.get(column) : "");
        }
        return cells;
    }
}
