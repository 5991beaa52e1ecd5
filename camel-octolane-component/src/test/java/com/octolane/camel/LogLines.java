// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Everything that is logged at a level while it is open, but for what the HTTP library logs of its own. */
final class LogLines extends AbstractAppender implements AutoCloseable {

    private final List<LogEvent> events = new CopyOnWriteArrayList<>();
    private final LoggerContext logs = (LoggerContext) LogManager.getContext(false);
    private final LoggerConfig root = logs.getConfiguration().getRootLogger();
    private final Level before = root.getLevel();

    LogLines(Level level) {
        super("lines", null, null, true, Property.EMPTY_ARRAY);
        start();
        root.addAppender(this, level, null);
        root.setLevel(level);
        // what the HTTP library writes of headers and bodies is switched on by nobody but the user
        Configurator.setLevel("org.apache.hc", Level.INFO);
        logs.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
        events.add(event.toImmutable());
    }

    /** What our own classes logged. */
    List<LogEvent> ours() {
        return events.stream()
                .filter(event -> event.getLoggerName().startsWith("com.octolane"))
                .toList();
    }

    /** Messages with stack traces, whoever logged them. */
    List<String> texts() {
        return events.stream().map(LogLines::text).toList();
    }

    static String text(LogEvent event) {
        return event.getMessage().getFormattedMessage() + stackTrace(event.getThrown());
    }

    static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        if (e != null) {
            e.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    @Override
    public void close() {
        root.removeAppender("lines");
        root.setLevel(before);
        logs.updateLoggers();
        stop();
    }
}
