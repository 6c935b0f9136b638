package fr.acse.console.drawing;

import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Draws the outlines and markers of BPMN elements. */
final class Shapes {

    private static final String DASHED = " stroke-dasharray=\"5 3\"";

    private Shapes() {}

    static String of(BaseElement element, Bounds at) {
        double x = at.getX();
        double y = at.getY();
        if (element instanceof Event event) {
            return event(event, x + at.getWidth() / 2, y + at.getHeight() / 2, at.getWidth() / 2);
        }
        if (element instanceof Gateway) {
            return gateway(element, x + at.getWidth() / 2, y + at.getHeight() / 2, at.getWidth() / 2);
        }
        if (element instanceof TextAnnotation) {
            return path("M%.0f %.0fh-10v%.0fh10".formatted(x + 10, y, at.getHeight()), "none");
        }
        boolean beside = element instanceof SubProcess inner && inner.triggeredByEvent();
        return "<rect class=\"%s\" x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"10\" fill=\"%s\" stroke=\"#222\" stroke-width=\"%s\"%s/>"
                        .formatted(
                                Drawing.isFrame(element) ? "frame" : "shape",
                                x,
                                y,
                                at.getWidth(),
                                at.getHeight(),
                                Drawing.isFrame(element) ? "none" : "#fff",
                                element instanceof CallActivity ? "4" : "1.5",
                                beside ? DASHED : "")
                + (element instanceof Activity activity ? markOf(activity, x, y) : "");
    }

    private static String markOf(Activity activity, double x, double y) {
        if (activity instanceof UserTask) {
            return circle(x + 14, y + 11, 4, "none")
                    + path("M%.0f %.0fc0 -9 14 -9 14 0z".formatted(x + 7, y + 23), "none");
        }
        if (activity instanceof ServiceTask) {
            return circle(x + 14, y + 14, 3, "none")
                    + "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"6\" fill=\"none\" stroke=\"#222\" stroke-width=\"3\" stroke-dasharray=\"2.4 2.3\"/>"
                            .formatted(x + 14, y + 14);
        }
        if (activity instanceof BusinessRuleTask) {
            return path(
                    "M%1$.0f %2$.0fh16v12h-16z M%1$.0f %3$.0fh16 M%4$.0f %2$.0fv12"
                            .formatted(x + 6, y + 8, y + 12, x + 11),
                    "none");
        }
        return "";
    }

    private static String gateway(BaseElement element, double x, double y, double r) {
        String mark;
        if (element instanceof ParallelGateway) {
            mark = "M%.0f %.0fv22m-11 -11h22".formatted(x, y - 11);
        } else if (element instanceof InclusiveGateway) {
            mark = "";
        } else if (element instanceof EventBasedGateway) {
            mark = "M%.0f %.0fl8 6l-3 9h-10l-3 -9z".formatted(x, y - 8);
        } else {
            mark = "M%.0f %.0fl12 16m0 -16l-12 16".formatted(x - 6, y - 8);
        }
        String inner = element instanceof InclusiveGateway ? ring(x, y, 12, 3) : "";
        inner += element instanceof EventBasedGateway ? ring(x, y, 15, 1) : "";
        return path("M%.0f %.0fl%4$.0f %4$.0fl-%4$.0f %4$.0fl-%4$.0f -%4$.0fz".formatted(x, y - r, 0.0, r), "#fff")
                        .replace("<path ", "<path class=\"shape\" ")
                + "<path d=\"%s\" fill=\"none\" stroke=\"#222\" stroke-width=\"3\"/>".formatted(mark)
                + inner;
    }

    private static String event(Event event, double x, double y, double r) {
        boolean end = event instanceof EndEvent;
        boolean beside = event instanceof BoundaryEvent boundary && !boundary.cancelActivity()
                || event instanceof StartEvent start && !start.isInterrupting();
        String outline =
                "<circle class=\"shape\" cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"#fff\" stroke=\"#222\" stroke-width=\"%s\"%s/>"
                        .formatted(x, y, r, end ? "4" : "1.5", beside ? DASHED : "");
        boolean between = !end && !(event instanceof StartEvent);
        return outline
                + (between
                        ? "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"none\" stroke=\"#222\" stroke-width=\"1.5\"%s/>"
                                .formatted(x, y, r - 3, beside ? DASHED : "")
                        : "")
                + definitionOf(event)
                        .map(definition -> mark(definition, x, y, event instanceof ThrowEvent))
                        .orElse("");
    }

    private static Optional<EventDefinition> definitionOf(Event event) {
        var definitions = event instanceof CatchEvent caught
                ? caught.getEventDefinitions()
                : ((ThrowEvent) event).getEventDefinitions();
        return definitions.stream().findFirst();
    }

    private static String mark(EventDefinition definition, double x, double y, boolean thrown) {
        String fill = thrown ? "#222" : "none";
        if (definition instanceof TimerEventDefinition) {
            return ring(x, y, 10, 1) + path("M%.0f %.0fv-7m0 7h5".formatted(x, y), "none");
        }
        if (definition instanceof MessageEventDefinition) {
            return path("M%.0f %.0fh18v12h-18z".formatted(x - 9, y - 6), fill)
                    + "<path d=\"M%.0f %.0fl9 6l9 -6\" fill=\"none\" stroke=\"%s\"/>"
                            .formatted(x - 9, y - 6, thrown ? "#fff" : "#222");
        }
        if (definition instanceof ErrorEventDefinition) {
            return path("M%.0f %.0fl5 -12l5 6l6 -9l-5 13l-6 -6z".formatted(x - 8, y + 8), fill);
        }
        if (definition instanceof LinkEventDefinition) {
            return path("M%.0f %.0fh10v-4l8 8l-8 8v-4h-10z".formatted(x - 9, y - 4), fill);
        }
        if (definition instanceof TerminateEventDefinition) {
            return circle(x, y, 10, "#222");
        }
        return circle(x, y, 4, fill);
    }

    private static String ring(double x, double y, double r, double width) {
        return "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"none\" stroke=\"#222\" stroke-width=\"%.0f\"/>"
                .formatted(x, y, r, width);
    }

    private static String circle(double x, double y, double r, String fill) {
        return "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"%s\" stroke=\"#222\"/>".formatted(x, y, r, fill);
    }

    private static String path(String d, String fill) {
        return String.format(Locale.ROOT, "<path d=\"%s\" fill=\"%s\" stroke=\"#222\"/>", d, fill);
    }
}
