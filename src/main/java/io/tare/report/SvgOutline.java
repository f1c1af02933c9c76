package io.tare.report;

import org.w3c.dom.Element;

/** The outlines of SVG's shapes as PDF's path commands. */
final class SvgOutline {
    private SvgOutline() {}

    /** Of a path, rectangle, circle, line, polyline or polygon, with a line break at its end. */
    static String pdf(Element element) {
        return switch (element.getTagName()) {
            case "path" -> SvgPath.pdf(element.getAttribute("d"));
            case "rect" ->
                "%s %s %s %s re\n"
                        .formatted(
                                SvgPath.number(attribute(element, "x", 0)),
                                SvgPath.number(attribute(element, "y", 0)),
                                SvgPath.number(attribute(element, "width", 0)),
                                SvgPath.number(attribute(element, "height", 0)));
            case "circle" -> {
                double r = attribute(element, "r", 0);
                double left = attribute(element, "cx", 0) - r;
                double y = attribute(element, "cy", 0);
                yield SvgPath.pdf("M%s %sA%s %s 0 1 1 %s %sA%s %s 0 1 1 %s %sZ"
                        .formatted(left, y, r, r, left + 2 * r, y, r, r, left, y));
            }
            default -> SvgPath.pdf(points(element));
        };
    }

    /** Of a line, polyline or polygon. */
    private static String points(Element element) {
        if (element.getTagName().equals("line")) {
            return "M%s %sL%s %s"
                    .formatted(
                            element.getAttribute("x1"),
                            element.getAttribute("y1"),
                            element.getAttribute("x2"),
                            element.getAttribute("y2"));
        }
        String points = element.getAttribute("points");
        if (points.isEmpty()) {
            throw new IllegalStateException("the chart's SVG has the element " + element.getTagName());
        }
        return "M" + points + (element.getTagName().equals("polygon") ? "Z" : "");
    }

    /** A number, in pixels where it is a length. */
    static double attribute(Element element, String name, double otherwise) {
        String value = element.getAttribute(name);
        return value.isEmpty() ? otherwise : Double.parseDouble(value);
    }
}
