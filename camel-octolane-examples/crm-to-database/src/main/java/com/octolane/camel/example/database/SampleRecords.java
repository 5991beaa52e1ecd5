// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.database;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Eight contacts and four opportunities that are the same, with the same ids and times, at every start. So a later start
 * finds no change but the two of {@link #changeTwo}.
 */
final class SampleRecords {

    private static final Instant FIRST = Instant.parse("2025-03-03T09:00:00Z");

    private static final List<String> PEOPLE = List.of(
            "Ann Moore", "Ben Okoro", "Carla Diaz", "Dev Rao", "Eva Lind", "Finn Burke", "Gül Aydin", "Hugo Petit");
    private static final List<String> DEALS = List.of("Pilot", "Renewal", "Second site", "Training");

    private SampleRecords() {}

    static void seed(OctolaneSimulator crm) {
        for (int i = 0; i < PEOPLE.size(); i++) {
            String[] name = PEOPLE.get(i).split(" ");
            crm.seed(
                    "contacts",
                    Map.of(
                            "id",
                            id(PEOPLE.get(i)),
                            "first_name",
                            name[0],
                            "last_name",
                            name[1],
                            "email",
                            "person" + (i + 1) + "@acme.example",
                            "job_title",
                            "Engineer",
                            "created_at",
                            FIRST,
                            "updated_at",
                            FIRST.plus(Duration.ofHours(i))));
        }
        for (int i = 0; i < DEALS.size(); i++) {
            crm.seed(
                    "opportunities",
                    Map.of(
                            "id", id(DEALS.get(i)),
                            "name", DEALS.get(i),
                            "stage_name", "Qualified",
                            "deal_size", 12_500.50 * (i + 1),
                            "close_date", FIRST.plus(Duration.ofDays(90)).toEpochMilli(),
                            "created_at", FIRST,
                            "updated_at", FIRST.plus(Duration.ofDays(i))));
        }
    }

    /** What somebody does in the CRM just now: a contact and an opportunity change. */
    static void changeTwo(OctolaneSimulator crm) {
        String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
        crm.change("contacts", id(PEOPLE.get(0)), Map.of("job_title", "Engineer, changed at " + time));
        crm.change("opportunities", id(DEALS.get(0)), Map.of("name", DEALS.get(0) + ", changed at " + time));
    }

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
