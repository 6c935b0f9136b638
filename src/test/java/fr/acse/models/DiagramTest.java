package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each diagram is read on one screen: seen from its own coordinates. */
class DiagramTest {

    private static final Rectangle2D SCREEN = new Rectangle2D.Double(0, 0, 1600, 900);
    private static final int MAIN_PATH = 30;

    /** Where a line is that no eye tells from another. */
    private static final double A_HAIR = 1;

    private record Shape(ModelElementInstance element, Rectangle2D bounds, Rectangle2D label) {

        String id() {
            return element.getAttributeValue("id");
        }

        /** Whether it is around another one, or on its border. */
        boolean belongsWith(Shape other) {
            return holds(other) || other.holds(this) || isOnBorderOf(other) || other.isOnBorderOf(this);
        }

        private boolean holds(Shape other) {
            for (ModelElementInstance each = other.element; each != null; each = each.getParentElement()) {
                if (each.equals(element)) {
                    return true;
                }
            }
            return other.element instanceof BoundaryEvent event
                    && !event.getAttachedTo().equals(other.element)
                    && holds(new Shape(event.getAttachedTo(), other.bounds, null));
        }

        private boolean isOnBorderOf(Shape host) {
            return element instanceof BoundaryEvent event
                    && event.getAttachedTo().equals(host.element);
        }
    }

    private record Flow(SequenceFlow element, List<Point2D> points, Rectangle2D label) {

        String id() {
            return element.getId();
        }

        Stream<Line2D> lines() {
            return IntStream.range(1, points.size()).mapToObj(i -> new Line2D.Double(points.get(i - 1), points.get(i)));
        }

        boolean connects(Shape shape) {
            return element.getSource().equals(shape.element)
                    || element.getTarget().equals(shape.element);
        }

        /** Two flows meet where they begin or end together. */
        boolean crosses(Flow other) {
            return lines().anyMatch(line -> other.lines()
                    .anyMatch(another ->
                            line.intersectsLine(another) && !isMeeting(line, another, ends(), other.ends())));
        }

        private Set<Point2D> ends() {
            return Set.of(points.get(0), points.get(points.size() - 1));
        }

        private static boolean isMeeting(Line2D one, Line2D two, Set<Point2D> ends, Set<Point2D> others) {
            boolean parallel = (one.getX1() == one.getX2()) == (two.getX1() == two.getX2());
            return !parallel
                    && ends.stream()
                            .anyMatch(end ->
                                    others.contains(end) && one.ptSegDist(end) < A_HAIR && two.ptSegDist(end) < A_HAIR);
        }
    }

    static List<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noFlowCrossesAnother(Model model) {
        List<Flow> flows = flows(model);
        List<String> crossings = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            for (Flow other : flows.subList(i + 1, flows.size())) {
                if (flows.get(i).crosses(other)) {
                    crossings.add(flows.get(i).id() + " × " + other.id());
                }
            }
        }

        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noFlowGoesThroughAShapeOrAWord(Model model) {
        List<String> through = new ArrayList<>();
        for (Flow flow : flows(model)) {
            for (Shape shape : shapes(model)) {
                boolean around = isAround(shape, flow);
                if (!flow.connects(shape) && !around && flow.lines().anyMatch(shape.bounds()::intersectsLine)) {
                    through.add(flow.id() + " through " + shape.id());
                }
                if (shape.label() != null && flow.lines().anyMatch(inner(shape.label())::intersectsLine)) {
                    through.add(flow.id() + " through the words of " + shape.id());
                }
            }
            flows(model).stream()
                    .filter(other ->
                            other.label() != null && flow.lines().anyMatch(inner(other.label())::intersectsLine))
                    .forEach(other -> through.add(flow.id() + " through the words of " + other.id()));
        }

        assertThat(through).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noShapeAndNoWordCoversAnother(Model model) {
        List<Shape> shapes = shapes(model);
        List<String> covered = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Shape one = shapes.get(i);
            for (Shape other : shapes.subList(i + 1, shapes.size())) {
                if (!one.belongsWith(other) && one.bounds().intersects(other.bounds())) {
                    covered.add(one.id() + " on " + other.id());
                }
            }
        }
        List<Rectangle2D> words = Stream.concat(
                        shapes.stream().map(Shape::label), flows(model).stream().map(Flow::label))
                .filter(label -> label != null)
                .map(DiagramTest::inner)
                .toList();
        for (int i = 0; i < words.size(); i++) {
            Rectangle2D word = words.get(i);
            if (words.subList(i + 1, words.size()).stream().anyMatch(word::intersects)) {
                covered.add("words at " + word);
            }
            shapes.stream()
                    .filter(shape ->
                            shape.bounds().intersects(word) && !shape.bounds().contains(word))
                    .forEach(shape -> covered.add("words at " + word + " on " + shape.id()));
        }

        assertThat(covered).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theDiagramFitsOnAScreen(Model model) {
        assertThat(shapes(model))
                .allSatisfy(shape -> assertThat(SCREEN.contains(shape.bounds()))
                        .as(shape.id())
                        .isTrue());
        assertThat(flows(model))
                .allSatisfy(flow -> assertThat(flow.points())
                        .as(flow.id())
                        .allMatch(point -> point.getX() <= SCREEN.getMaxX() && point.getY() <= SCREEN.getMaxY()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void thePathThatMovesTheCaseForwardIsShort(Model model) {
        assertThat(MainPath.of(model)).hasSizeLessThanOrEqualTo(MAIN_PATH);
    }

    private static boolean isAround(Shape shape, Flow flow) {
        for (ModelElementInstance each = flow.element(); each != null; each = each.getParentElement()) {
            if (each.equals(shape.element())) {
                return true;
            }
        }
        return false;
    }

    /** The box of a label is a little larger than its letters. */
    private static Rectangle2D inner(Rectangle2D label) {
        return new Rectangle2D.Double(
                label.getX() + A_HAIR,
                label.getY() + A_HAIR,
                label.getWidth() - 2 * A_HAIR,
                label.getHeight() - 2 * A_HAIR);
    }

    private static List<Shape> shapes(Model model) {
        return model.elements(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
                .map(shape -> new Shape(
                        shape.getBpmnElement(),
                        box(shape.getBounds()),
                        shape.getBpmnLabel() == null
                                ? null
                                : box(shape.getBpmnLabel().getBounds())))
                .toList();
    }

    private static List<Flow> flows(Model model) {
        return model.elements(BpmnEdge.class).stream()
                .map(edge -> new Flow(
                        (SequenceFlow) edge.getBpmnElement(),
                        edge.getWaypoints().stream()
                                .map(point -> (Point2D) new Point2D.Double(point.getX(), point.getY()))
                                .collect(Collectors.toList()),
                        edge.getBpmnLabel() == null
                                ? null
                                : box(edge.getBpmnLabel().getBounds())))
                .toList();
    }

    private static Rectangle2D box(Bounds bounds) {
        return bounds == null
                ? null
                : new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
