// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Iterator;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The same from CSV, read by the library that Camel uses. */
public class PlainCsvBulkCreate extends PlainBulkCreate {

    @Override
    Iterator<? extends Map<String, ?>> rows(int from, int count) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(DealRows.csv(from, count), UTF_8))
                .stream()
                .map(CSVRecord::toMap)
                .iterator();
    }
}
