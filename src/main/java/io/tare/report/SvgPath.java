package io.tare.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns an SVG path's commands into those of PDF. Knows what ECharts writes: M, L, H, V, C, Q, A and Z, and their relative forms. */
final class SvgPath {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private final StringBuilder out = new StringBuilder();
    private double x;
    private double y;
    private double startX;
    private double startY;

    private SvgPath() {}

    static String pdf(String d) {
        SvgPath path = new SvgPath();
        Matcher tokens = TOKEN.matcher(d);
        char command = 'M';
        boolean more = tokens.find();
        while (more) {
            String token = tokens.group();
            if (Character.isLetter(token.charAt(0))) {
                command = token.charAt(0);
                more = tokens.find();
                if (Character.toUpperCase(command) == 'Z') {
                    path.close();
                    continue;
                }
                if (!more) {
                    break;
                }
            }
            double[] values = new double[count(command)];
            for (int i = 0; i < values.length && more; i++) {
                values[i] = Double.parseDouble(tokens.group());
                more = tokens.find();
            }
            path.apply(Character.toUpperCase(command), values, Character.isLowerCase(command));
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
        return path.out.toString();
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static int count(char command) {
        return switch (Character.toUpperCase(command)) {
            case 'M', 'L' -> 2;
            case 'H', 'V' -> 1;
            case 'C' -> 6;
            case 'Q' -> 4;
            case 'A' -> 7;
            default -> throw new IllegalArgumentException("a path with the command " + command);
        };
    }

    private void apply(char command, double[] v, boolean relative) {
        double ox = relative ? x : 0;
        double oy = relative ? y : 0;
        switch (command) {
            case 'M' -> {
                x = ox + v[0];
                y = oy + v[1];
                startX = x;
                startY = y;
                write("m", x, y);
            }
            case 'L' -> line(ox + v[0], oy + v[1]);
            case 'H' -> line(ox + v[0], y);
            case 'V' -> line(x, oy + v[0]);
            case 'C' -> curve(ox + v[0], oy + v[1], ox + v[2], oy + v[3], ox + v[4], oy + v[5]);
            case 'Q' -> {
                double qx = ox + v[0];
                double qy = oy + v[1];
                double ex = ox + v[2];
                double ey = oy + v[3];
                curve(
                        x + 2 * (qx - x) / 3,
                        y + 2 * (qy - y) / 3,
                        ex + 2 * (qx - ex) / 3,
                        ey + 2 * (qy - ey) / 3,
                        ex,
                        ey);
            }
            default -> arc(v[0], v[1], Math.toRadians(v[2]), v[3] != 0, v[4] != 0, ox + v[5], oy + v[6]);
        }
    }

    private void line(double toX, double toY) {
        x = toX;
        y = toY;
        write("l", x, y);
    }

    private void curve(double x1, double y1, double x2, double y2, double toX, double toY) {
        x = toX;
        y = toY;
        write("c", x1, y1, x2, y2, toX, toY);
    }

    private void close() {
        out.append("h\n");
        x = startX;
        y = startY;
    }

    /** From endpoints to centre by the SVG specification, appendix B.2.4; each quarter becomes one curve. */
    private void arc(double rx, double ry, double turned, boolean large, boolean sweep, double toX, double toY) {
        if (rx == 0 || ry == 0 || (x == toX && y == toY)) {
            line(toX, toY);
            return;
        }
        double cos = Math.cos(turned);
        double sin = Math.sin(turned);
        double dx = (x - toX) / 2;
        double dy = (y - toY) / 2;
        double px = cos * dx + sin * dy;
        double py = -sin * dx + cos * dy;
        double needed = px * px / (rx * rx) + py * py / (ry * ry);
        double a = Math.abs(rx) * Math.max(1, Math.sqrt(needed));
        double b = Math.abs(ry) * Math.max(1, Math.sqrt(needed));
        double below = a * a * py * py + b * b * px * px;
        double factor = Math.sqrt(Math.max(0, (a * a * b * b - below) / below)) * (large == sweep ? -1 : 1);
        double qx = factor * a * py / b;
        double qy = -factor * b * px / a;
        double centreX = cos * qx - sin * qy + (x + toX) / 2;
        double centreY = sin * qx + cos * qy + (y + toY) / 2;
        double from = Math.atan2((py - qy) / b, (px - qx) / a);
        double span = Math.atan2((-py - qy) / b, (-px - qx) / a) - from;
        if (sweep && span < 0) {
            span += 2 * Math.PI;
        } else if (!sweep && span > 0) {
            span -= 2 * Math.PI;
        }
        int pieces = Math.max(1, (int) Math.ceil(Math.abs(span) / (Math.PI / 2) - 1e-9));
        double step = span / pieces;
        double reach = 4 * Math.tan(step / 4) / 3;
        for (int i = 0; i < pieces; i++) {
            double s = from + i * step;
            double e = s + step;
            double[] p = {
                Math.cos(s) - reach * Math.sin(s),
                Math.sin(s) + reach * Math.cos(s),
                Math.cos(e) + reach * Math.sin(e),
                Math.sin(e) - reach * Math.cos(e),
                Math.cos(e),
                Math.sin(e)
            };
            for (int k = 0; k < p.length; k += 2) {
                double u = a * p[k];
                double w = b * p[k + 1];
                p[k] = centreX + cos * u - sin * w;
                p[k + 1] = centreY + sin * u + cos * w;
            }
            curve(p[0], p[1], p[2], p[3], p[4], p[5]);
        }
    }

    private void write(String operator, double... values) {
        for (double value : values) {
            out.append(number(value)).append(' ');
        }
        out.append(operator).append('\n');
    }
}
