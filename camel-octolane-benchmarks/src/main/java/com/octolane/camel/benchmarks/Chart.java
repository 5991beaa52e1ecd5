// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import java.util.Locale;
import java.util.Map;

/** Horizontal bars as an SVG picture with a white ground, so that it reads on dark pages too. */
final class Chart {

    private static final int WIDTH = 820;
    private static final int LABELS = 250;
    private static final int VALUES = 170;
    private static final int LINE = 26;

    private final StringBuilder shapes = new StringBuilder();
    private int y = 8;

    Chart(String title) {
        y += 18;
        text(12, y, "font-weight=\"bold\" font-size=\"15\"", title);
        y += 12;
    }

    /**
     * A group of bars that share a scale.
     *
     * @param unit what stands behind each value
     */
    void bars(String title, Map<String, Double> values, String unit, String colour) {
        double largest =
                values.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        y += LINE;
        text(12, y, "fill=\"#555\"", title);
        for (Map.Entry<String, Double> bar : values.entrySet()) {
            y += LINE;
            text(24, y, "", bar.getKey());
            double width = Math.max(1, bar.getValue() / largest * (WIDTH - LABELS - VALUES));
            shapes.append("  <rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"17\" rx=\"2\" fill=\"%s\"/>%n"
                    .formatted(LABELS, y - 13, width, colour));
            text((int) (LABELS + width + 8), y, "", number(bar.getValue()) + " " + unit);
        }
        y += 6;
    }

    private void text(int x, int line, String style, String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
        shapes.append("  <text x=\"%d\" y=\"%d\"%s>%s</text>%n"
                .formatted(x, line, style.isEmpty() ? "" : " " + style, escaped));
    }

    /** Three digits that count; more before the point. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 || size == 0 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
                font-family="sans-serif" font-size="13">
                  <rect width="100%%" height="100%%" fill="white"/>
                %s</svg>
                """.formatted(WIDTH, y + 14, WIDTH, y + 14, shapes);
    }
}
