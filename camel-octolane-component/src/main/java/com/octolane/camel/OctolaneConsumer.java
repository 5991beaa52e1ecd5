// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneValidationException;
import com.octolane.camel.client.Query;
import com.octolane.camel.poll.Batch;
import com.octolane.camel.poll.ChangeReader;
import com.octolane.camel.poll.ChangeScan;
import com.octolane.camel.poll.Emit;
import com.octolane.camel.poll.Position;
import com.octolane.camel.poll.PositionStore;
import com.octolane.camel.poll.ScanMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/**
 * Polls for changes and emits each once the route can take it, oldest first. The position moves past a record only
 * after the route has finished with it, so that a failure or a crash repeats records and never loses one.
 */
@ManagedResource(description = "Managed Octolane consumer")
public class OctolaneConsumer extends ScheduledBatchPollingConsumer {

    private final OctolaneEndpoint endpoint;
    private final OctolaneConfiguration options;
    private final OctolaneObject object;
    private final Emit emit;
    private final Duration lookback;
    private final ChangeExchanges exchanges;
    private final AtomicLong emitted = new AtomicLong();
    private final AtomicLong suppressedBefore = new AtomicLong();
    private OctolaneClient client;
    private ChangeReader reader;
    private volatile KeptPosition position = new KeptPosition(null, null);
    private volatile ChangeScan scan;
    private volatile Instant newestSeen;
    private volatile String lastFailure;

    public OctolaneConsumer(OctolaneEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.object = endpoint.getObject();
        this.emit = Emit.of(options.getEmit());
        this.lookback = Durations.parse("lookback", options.getLookback());
        this.exchanges = new ChangeExchanges(
                object,
                new Output(
                        object,
                        options.getOutputFormat(),
                        endpoint.getComponent().objectMapper()));
    }

    @Override
    protected void doStart() throws Exception {
        if (getRoute() == null) {
            Route route = FedRoute.of(endpoint);
            setRoute(route);
            setRouteId(route == null ? null : route.getRouteId());
        }
        client = endpoint.createClient();
        Query query = new QueryReader(object, options, endpoint.getComponent().objectMapper())
                .ofOptions(OctolaneClient.MAX_PAGE_SIZE);
        reader = new ChangeReader(
                (asked, cursor) -> client.search(object, asked, cursor),
                query,
                emit,
                ScanMode.of(options.getScan()),
                lookback,
                endpoint.getComponent().executor(),
                e -> e instanceof OctolaneValidationException);
        openStore();
        super.doStart();
    }

    private void openStore() {
        PositionStore store = new PositionPlace(endpoint, getRoute(), getRouteId()).open(emit);
        // read now, so that a position that cannot be read keeps the route from starting
        position = emit == Emit.ALL
                ? new KeptPosition(null, reader.beginning())
                : new KeptPosition(store, store.load(emit, lookback).orElse(null));
    }

    private Position beginning() {
        return switch (options.getStartFrom()) {
            case "beginning" -> reader.beginning();
            case "now" -> reader.startingNow();
            default -> reader.startingAt(Instant.parse(options.getStartFrom()));
        };
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        try {
            Position start = position.current();
            // what could not be saved before, and where "now" was
            position.moveTo(start == null ? beginning() : start);
            if (scan == null) {
                scan = reader.open(position.current());
            }
            return deliver();
        } catch (OctolaneException e) {
            lastFailure = e.getMessage();
            throw e;
        }
    }

    /** Returns how many exchanges the route finished. */
    private int deliver() {
        int done = 0;
        boolean goOn = true;
        while (goOn && isBatchAllowed()) {
            Optional<Batch> batch = scan.next();
            forceConsumerAsReady();
            newestSeen = scan.newestSeen() == null ? newestSeen : scan.newestSeen();
            if (batch.isEmpty()) {
                break;
            }
            int most = getMaxMessagesPerPoll() > 0 ? getMaxMessagesPerPoll() - done : Integer.MAX_VALUE;
            try {
                Queue<Object> offers = Offer.of(batch.get(), options.isSplitResults(), most);
                int offered = offers.size();
                int finished = processBatch(offers);
                done += finished;
                goOn = finished == offered && done != getMaxMessagesPerPoll();
            } finally {
                position.moveTo(scan.position());
            }
        }
        if (scan.isFinished()) {
            position.moveTo(scan.position());
            closeScan();
        }
        return done;
    }

    /** Returns how many exchanges the route finished, in their order; it stops at the first that it did not. */
    @Override
    public int processBatch(Queue<Object> offers) {
        int size = offers.size();
        for (int index = 0; index < size; index++) {
            Offer offer = (Offer) offers.remove();
            pendingExchanges = offers.size();
            if (!isBatchAllowed() || !process(offer, index, size)) {
                return index;
            }
            scan.done(offer.records());
            emitted.addAndGet(offer.records());
        }
        return size;
    }

    /** Returns whether the route finished with the exchange; what it handled counts as finished. */
    private boolean process(Offer offer, int index, int size) {
        Exchange exchange = exchanges.fill(createExchange(false), offer);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Throwable failure = exchange.getException();
        boolean finished = failure == null && !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
        if (!finished) {
            String message = "The route failed on " + offer + ", which comes first at the next poll";
            lastFailure = failure == null ? message : message + ": " + failure.getMessage();
            // bridged, it would go through the route's error handler once more
            if (!endpoint.isBridgeErrorHandler()) {
                getExceptionHandler().handleException(message, exchange, failure);
            }
        }
        releaseExchange(exchange, false);
        return finished;
    }

    private void closeScan() {
        ChangeScan open = scan;
        if (open != null) {
            suppressedBefore.addAndGet(open.suppressed());
            scan = null;
            open.close();
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        closeScan();
    }

    @ManagedAttribute(description = "The position: everything before it was delivered")
    public String getPosition() {
        return position.toString();
    }

    @ManagedAttribute(description = "Milliseconds between the newest record that was seen and the position")
    public long getLag() {
        return position.behind(newestSeen).toMillis();
    }

    @ManagedAttribute(description = "Records that the route finished")
    public long getRecordsEmitted() {
        return emitted.get();
    }

    @ManagedAttribute(description = "Records that came again and were left out")
    public long getDuplicatesSuppressed() {
        ChangeScan open = scan;
        return suppressedBefore.get() + (open == null ? 0 : open.suppressed());
    }

    @ManagedAttribute(description = "The newest failure of a poll or of the route")
    public String getLastFailure() {
        return lastFailure;
    }
}
