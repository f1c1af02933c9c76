package io.tare.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Makes a PDF of a chart's SVG: of that subset which ECharts' server-side mode writes, and no more. One pixel is 0.75 points. */
final class SvgToPdf {
    private static final double POINTS = 0.75;
    private static final Pattern FUNCTION = Pattern.compile("(\\w+)\\(([^)]*)\\)");
    private static final Pattern SIZE = Pattern.compile("font-size:\\s*([0-9.]+)px");
    private static final Pattern REFERENCE = Pattern.compile("url\\(#([^)]+)\\)");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, Double> opacities = new LinkedHashMap<>();
    private final Map<String, Element> named = new HashMap<>();

    private SvgToPdf() {}

    static byte[] pdf(String svg) {
        Element root;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the chart's SVG is no XML: " + e.getMessage(), e);
        }
        SvgToPdf drawing = new SvgToPdf();
        double width = SvgOutline.attribute(root, "width", 0) * POINTS;
        double height = SvgOutline.attribute(root, "height", 0) * POINTS;
        drawing.write("%s 0 0 %s 0 %s cm".formatted(number(POINTS), number(-POINTS), number(height)));
        drawing.name(root);
        drawing.children(root);
        return PdfFile.of(drawing.out.toByteArray(), drawing.opacities, width, height);
    }

    private void name(Element element) {
        if (element.hasAttribute("id")) {
            named.put(element.getAttribute("id"), element);
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                name(child);
            }
        }
    }

    private void children(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                draw(element);
            }
        }
    }

    private void draw(Element element) {
        if (element.getTagName().equals("defs") || element.getTagName().equals("style")) {
            return;
        }
        write("q");
        clip(element);
        transform(element.getAttribute("transform"));
        switch (element.getTagName()) {
            case "g" -> children(element);
            case "text" -> text(element);
            default -> shape(element);
        }
        write("Q");
    }

    private void clip(Element element) {
        Matcher reference = REFERENCE.matcher(element.getAttribute("clip-path"));
        Element clip = reference.matches() ? named.get(reference.group(1)) : null;
        if (clip != null) {
            for (Node node = clip.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element shape) {
                    write(SvgOutline.pdf(shape) + "W n");
                }
            }
        }
    }

    private void transform(String functions) {
        Matcher function = FUNCTION.matcher(functions);
        while (function.find()) {
            String[] parts = function.group(2).trim().split("[\\s,]+");
            double[] v = new double[parts.length];
            for (int i = 0; i < v.length; i++) {
                v[i] = Double.parseDouble(parts[i]);
            }
            switch (function.group(1)) {
                case "translate" -> matrix(1, 0, 0, 1, v[0], v.length > 1 ? v[1] : 0);
                case "scale" -> matrix(v[0], 0, 0, v[v.length - 1], 0, 0);
                case "rotate" -> {
                    double angle = Math.toRadians(v[0]);
                    matrix(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0);
                }
                default -> matrix(v[0], v[1], v[2], v[3], v[4], v[5]);
            }
        }
    }

    private void matrix(double a, double b, double c, double d, double e, double f) {
        write(String.format(Locale.ROOT, "%.5f %.5f %.5f %.5f %.3f %.3f cm", a, b, c, d, e, f));
    }

    private void shape(Element element) {
        String path = SvgOutline.pdf(element);
        String fill = element.hasAttribute("fill") ? element.getAttribute("fill") : "#000000";
        boolean hatched = REFERENCE.matcher(fill).matches();
        boolean filled = !hatched && colour(fill, "rg", opacity(element, "fill-opacity"));
        if (hatched) {
            write("q " + path + "W n");
            hatch();
            write("Q");
        }
        if (filled) {
            write(path + "f");
        }
        double line = SvgOutline.attribute(element, "stroke-width", 1); // 0 is none in SVG, and the thinnest in PDF
        if (line > 0 && colour(element.getAttribute("stroke"), "RG", opacity(element, "stroke-opacity"))) {
            write(number(line) + " w");
            String dashes = element.getAttribute("stroke-dasharray");
            write(
                    dashes.isEmpty() || dashes.equals("none")
                            ? "[] 0 d"
                            : "[%s] 0 d".formatted(dashes.replace(',', ' ')));
            write(path + "S");
        }
    }

    /** Slanting white lines, as wide apart as the page's hatching of tuned rows. */
    private void hatch() {
        StringBuilder lines = new StringBuilder("1 1 1 RG 2 w ");
        for (int i = -800; i < 1600; i += 6) {
            lines.append("%d 0 m %d 800 l ".formatted(i, i + 800));
        }
        write(lines + "S");
    }

    private void text(Element element) {
        byte[] encoded = Helvetica.encoded(element.getTextContent());
        Matcher found = SIZE.matcher(element.getAttribute("style"));
        double size = found.find() ? Double.parseDouble(found.group(1)) : 12;
        double x = SvgOutline.attribute(element, "x", 0);
        double y = SvgOutline.attribute(element, "y", 0);
        double wide = Helvetica.width(encoded) * size;
        x -= switch (element.getAttribute("text-anchor")) {
            case "middle" -> wide / 2;
            case "end" -> wide;
            default -> 0;
        };
        y += switch (element.getAttribute("dominant-baseline")) {
            case "central", "middle" -> 0.35 * size;
            case "text-before-edge", "hanging" -> 0.72 * size;
            default -> 0;
        };
        if (!colour(
                element.hasAttribute("fill") ? element.getAttribute("fill") : "#000000",
                "rg",
                opacity(element, "fill-opacity"))) {
            return;
        }
        write("BT /F %s Tf 1 0 0 -1 %s %s Tm ".formatted(number(size), number(x), number(y)));
        out.write('(');
        for (byte b : encoded) {
            if (b == '(' || b == ')' || b == '\\') {
                out.write('\\');
            }
            out.write(b);
        }
        write(") Tj ET");
    }

    /** Sets a colour and its opacity; false where there is nothing to draw. */
    private boolean colour(String value, String operator, double opacity) {
        if (!value.matches("#[0-9a-fA-F]{6}") || opacity == 0) {
            return false;
        }
        int rgb = Integer.parseInt(value.substring(1), 16);
        String state = "O" + Math.round(opacity * 1000);
        opacities.put(state, opacity);
        write("/%s gs %s %s %s %s"
                .formatted(
                        state,
                        number((rgb >> 16) / 255.0),
                        number((rgb >> 8 & 0xff) / 255.0),
                        number((rgb & 0xff) / 255.0),
                        operator));
        return true;
    }

    private static double opacity(Element element, String name) {
        return SvgOutline.attribute(element, name, 1) * SvgOutline.attribute(element, "opacity", 1);
    }

    private static String number(double value) {
        return SvgPath.number(value);
    }

    private void write(String operators) {
        out.writeBytes((operators + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
