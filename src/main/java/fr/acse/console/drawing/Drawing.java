package fr.acse.console.drawing;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.springframework.util.StringUtils;

/** Draws a process as an SVG without scripts, with the coordinates of its BPMN file. The picture looks like the diagram in the Modeler. */
public final class Drawing {

    private static final int MARGIN = 20;
    private static final int LETTER = 6;
    private static final int LINE = 14;
    private static final int NARROWEST_LABEL = 90;
    private static final int BELOW_LINE = 15;

    /** The CSS classes and the badges of the elements in one picture. */
    public interface Look {

        /** CSS classes of an element, separated by spaces; empty for none. */
        default String classes(String element) {
            return "";
        }

        /** A short text beside an element; empty for none. */
        default String badge(String element) {
            return "";
        }
    }

    private final BpmnModelInstance model;

    private Drawing(BpmnModelInstance model) {
        this.model = model;
    }

    /** @param bpmn content of a BPMN file with its diagram */
    public static Drawing of(byte[] bpmn) {
        return new Drawing(Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn)));
    }

    /** @param name name of the picture for screen readers */
    public String svg(String name, Look look) {
        Collection<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class);
        double left = extreme(shapes, true, true) - MARGIN;
        double top = extreme(shapes, false, true) - MARGIN;
        double width = extreme(shapes, true, false) + MARGIN - left;
        double height = extreme(shapes, false, false) + MARGIN + LINE - top;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\" class=\"acse-diagram\" width=\"%.0f\" height=\"%.0f\" viewBox=\"%.0f %.0f %.0f %.0f\" font-family=\"Arial, sans-serif\" font-size=\"12\">",
                Html.escape(name),
                width,
                height,
                left,
                top,
                width,
                height));
        svg.append("<defs><marker id=\"" + arrow()
                + "\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" markerUnits=\"userSpaceOnUse\" markerWidth=\"11\" markerHeight=\"11\""
                + " orient=\"auto\"><path d=\"M0 1L10 5L0 9z\"/></marker></defs>");
        shapes.stream()
                .filter(shape -> isFrame(shape.getBpmnElement()))
                .forEach(shape -> svg.append(shape(shape, look)));
        model.getModelElementsByType(BpmnEdge.class).forEach(edge -> svg.append(edge(edge, look)));
        shapes.stream()
                .filter(shape -> !isFrame(shape.getBpmnElement()))
                .forEach(shape -> svg.append(shape(shape, look)));
        return svg.append("</svg>").toString();
    }

    /** A sub-process, participant or lane is drawn before the elements inside it. */
    static boolean isFrame(BaseElement element) {
        return element instanceof SubProcess || element instanceof Participant || element instanceof Lane;
    }

    private double extreme(Collection<BpmnShape> shapes, boolean across, boolean least) {
        var ends = shapes.stream()
                .flatMap(shape -> shape.getBpmnLabel() == null
                                || shape.getBpmnLabel().getBounds() == null
                        ? List.of(shape.getBounds()).stream()
                        : List.of(shape.getBounds(), shape.getBpmnLabel().getBounds()).stream())
                .mapToDouble(bounds -> across
                        ? bounds.getX() + (least ? 0 : bounds.getWidth())
                        : bounds.getY() + (least ? 0 : bounds.getHeight()));
        var bends = model.getModelElementsByType(Waypoint.class).stream()
                .mapToDouble(point -> across ? point.getX() : point.getY());
        var all = DoubleStream.concat(ends, bends);
        return least ? all.min().orElse(0) : all.max().orElse(0);
    }

    /** The id of the arrowhead contains the process id, because one page may contain several drawings. */
    private String arrow() {
        return "arrow-"
                + model.getModelElementsByType(Process.class).stream()
                        .map(Process::getId)
                        .findFirst()
                        .orElse("");
    }

    private String edge(BpmnEdge edge, Look look) {
        BaseElement element = edge.getBpmnElement();
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        boolean flow = element instanceof SequenceFlow;
        String path = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.0f,%.0f", point.getX(), point.getY()))
                .collect(Collectors.joining(" "));
        StringBuilder svg = new StringBuilder(group(element, look))
                .append("<polyline class=\"")
                .append(flow ? "flow" : "dotted")
                .append("\" points=\"")
                .append(path)
                .append("\" fill=\"none\" stroke=\"#333\" stroke-width=\"1.5\"")
                .append(flow ? " marker-end=\"url(#" + arrow() + ")\"/>" : " stroke-dasharray=\"2 4\"/>");
        String name = element instanceof FlowElement named ? named.getName() : null;
        if (name != null && edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null) {
            svg.append(below(name, edge.getBpmnLabel().getBounds()));
        }
        int longest = longest(points);
        Waypoint from = points.get(longest);
        Waypoint to = points.get(longest + 1);
        svg.append(badge(
                look.badge(element.getId()),
                (from.getX() + to.getX()) / 2,
                (from.getY() + to.getY()) / 2 + BELOW_LINE));
        return svg.append("</g>").toString();
    }

    private static int longest(List<Waypoint> points) {
        return IntStream.range(0, points.size() - 1)
                .boxed()
                .max(Comparator.comparingDouble(i -> Math.abs(
                                points.get(i).getX() - points.get(i + 1).getX())
                        + Math.abs(points.get(i).getY() - points.get(i + 1).getY())))
                .orElseThrow();
    }

    private static String shape(BpmnShape shape, Look look) {
        BaseElement element = shape.getBpmnElement();
        Bounds at = shape.getBounds();
        StringBuilder svg = new StringBuilder(group(element, look)).append(Shapes.of(element, at));
        String name = element instanceof FlowElement named && named.getName() != null ? named.getName() : "";
        if (element instanceof SubProcess) {
            svg.append(lines(
                    wrapped(name, at.getWidth().intValue()), at.getX() + at.getWidth() / 2, at.getY() + LINE + 4));
        } else if (element instanceof Activity) {
            List<String> words = wrapped(name, at.getWidth().intValue() - 10);
            svg.append(lines(
                    words,
                    at.getX() + at.getWidth() / 2,
                    at.getY() + at.getHeight() / 2 - (words.size() - 1) * LINE / 2.0 + 4));
        } else if (element instanceof TextAnnotation note) {
            String text = note.getText() == null ? "" : note.getText().getTextContent();
            svg.append(lines(wrapped(text, at.getWidth().intValue()), at.getX() + at.getWidth() / 2, at.getY() + LINE));
        } else if (!name.isEmpty()) {
            svg.append(label(shape.getBpmnLabel(), name, at, element instanceof Gateway));
        }
        svg.append(badge(look.badge(element.getId()), at.getX() + at.getWidth() / 2, at.getY() - 4));
        return svg.append("</g>").toString();
    }

    private static String label(BpmnLabel label, String name, Bounds at, boolean above) {
        if (label != null && label.getBounds() != null) {
            return below(name, label.getBounds());
        }
        return lines(
                wrapped(name, NARROWEST_LABEL),
                at.getX() + at.getWidth() / 2,
                above ? at.getY() - 6 : at.getY() + at.getHeight() + LINE);
    }

    private static String below(String name, Bounds at) {
        return lines(
                wrapped(name, (int) Math.max(at.getWidth() + LETTER, NARROWEST_LABEL)),
                at.getX() + at.getWidth() / 2,
                at.getY() + LINE - 3);
    }

    private static String group(BaseElement element, Look look) {
        return "<g data-element=\"%s\" class=\"%s\">"
                .formatted(Html.escape(element.getId()), Html.escape(look.classes(element.getId())));
    }

    private static String badge(String words, double x, double y) {
        return words.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<text class=\"badge\" x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">%s</text>",
                        x,
                        y,
                        Html.escape(words));
    }

    private static String lines(List<String> words, double x, double y) {
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">%s</text>",
                    x,
                    y + i * LINE,
                    Html.escape(words.get(i))));
        }
        return svg.toString();
    }

    private static List<String> wrapped(String text, int width) {
        int most = Math.max(1, width / LETTER);
        List<StringBuilder> lines = new ArrayList<>();
        for (String word : StringUtils.tokenizeToStringArray(text, " \t\r\n")) {
            StringBuilder last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (last == null || last.length() + 1 + word.length() > most) {
                lines.add(new StringBuilder(word));
            } else {
                last.append(' ').append(word);
            }
        }
        return lines.stream().map(StringBuilder::toString).toList();
    }
}
