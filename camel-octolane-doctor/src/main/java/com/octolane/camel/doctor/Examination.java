// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneServerException;
import java.io.PrintWriter;
import java.util.List;

/** One run: the questions in their order, until the last one or until it makes no sense to go on. */
final class Examination {

    private final Crm crm;
    private final Findings findings;
    private final Written written;
    private final List<Probe> probes;
    private final PrintWriter progress;
    private volatile String stopped;

    Examination(Crm crm, Findings findings, Written written, List<Probe> probes, PrintWriter progress) {
        this.crm = crm;
        this.findings = findings;
        this.written = written;
        this.probes = probes;
        this.progress = progress;
    }

    /** The report tells why where the run ends early. */
    void run() {
        int next = 0;
        try {
            enter();
            for (; next < probes.size(); next++) {
                Probe probe = probes.get(next);
                progress.println("[" + (next + 1) + "/" + probes.size() + "] " + probe.title());
                progress.flush();
                ask(probe);
            }
        } catch (CannotRun e) {
            // what an interrupt breaks off is no failure of the service
            stopped = stopped == null ? e.getMessage() : stopped;
            probes.subList(next, probes.size())
                    .forEach(probe -> findings.leaveOpen(probe.ids(), "the run ended before"));
        }
    }

    private void ask(Probe probe) {
        try {
            probe.check().run(crm, findings);
        } catch (OctolaneException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CannotRun("The run was interrupted.");
            }
            findings.leaveOpen(
                    probe.ids(), "the service failed: " + e.getClass().getSimpleName());
        }
    }

    private void enter() {
        try {
            knock();
        } catch (OctolaneServerException e) {
            throw new CannotRun("The service fails: it answers " + e.getStatusCode() + " to a first read.");
        }
    }

    /** Shows that this is the service, that it takes the key, and that it has the pipeline. */
    private void knock() {
        Reply first = crm.get("/accounts?limit=1");
        if (!first.isSuccess()) {
            throw new CannotRun(
                    first.error().has("success")
                            ? "The service refuses the first read: " + first.refusal() + "."
                            : "The base URL is no Octolane API: it answers " + first.status()
                                    + " to a list of accounts.");
        }
        if (!first.data().isObject()) {
            throw new CannotRun("The base URL is no Octolane API: its answer has no data.");
        }
        if (crm.pipeline() != null) {
            Reply stages = crm.get("/pipelines/" + crm.pipeline() + "/stages");
            if (!stages.isSuccess()) {
                throw new CannotRun("There is no such pipeline for this key: its stages are " + stages.refusal() + ".");
            }
        }
    }

    Report report() {
        return new Report(findings.all(), written.all(), stopped);
    }

    /** No further request is made; the report says so. */
    void interrupt() {
        crm.stop();
        stopped = "The run was interrupted.";
    }
}
