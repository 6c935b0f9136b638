package fr.acse.platform.gate;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A change of our models, as an analyst makes it in the Modeler, from a file of edits; its header explains the words.
 *
 * @param finds the rule that must be broken, and the element or file; empty if the edit is harmless
 * @param passes elements through which a new case must run
 */
record Edit(String title, List<String> lines, List<String> finds, List<String> passes) {

    static List<Edit> in(String file) {
        try {
            String text = Files.readString(Path.of("src/test/resources/gate", file));
            return Stream.of(text.split("\n\\s*\n"))
                    .map(block ->
                            block.lines().filter(line -> !line.startsWith("#")).toList())
                    .filter(lines -> lines.size() > 1)
                    .map(Edit::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Edit of(List<String> lines) {
        return new Edit(lines.get(0), lines.subList(1, lines.size()), words(lines, "finds"), words(lines, "passes"));
    }

    private static List<String> words(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + " "))
                .flatMap(line -> Stream.of(line.substring(key.length()).strip().split(" ")))
                .toList();
    }

    /** The files that it changes, by name. */
    Map<String, byte[]> files(Map<String, byte[]> before) {
        Map<String, String> changed = new HashMap<>();
        String file = "";
        String near = "";
        boolean backwards = false;
        String is = "";
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            String rest = parts.length > 1 ? parts[1] : "";
            String name = file;
            switch (parts[0]) {
                case "in", "add" -> {
                    file = rest;
                    near = "";
                    backwards = false;
                    String text = before.containsKey(file) ? new String(before.get(file), StandardCharsets.UTF_8) : "";
                    changed.putIfAbsent(file, text);
                }
                case "near" -> {
                    near = rest;
                    backwards = false;
                }
                case "before" -> backwards = true;
                case "is" -> is = rest;
                case "becomes" ->
                    changed.put(file, replaced(changed.get(file), near, backwards, is, rest.equals("-") ? "" : rest));
                case "like" -> changed.put(file, copied(before, rest.split(" ", 3)));
                case "rename" -> {
                    String[] names = rest.split(" ");
                    changed.computeIfPresent(file, (any, text) -> text.replace(names[0], names[1]));
                }
                case "bypass" ->
                    changed.computeIfPresent(file, (any, text) -> drawn(text, new Drawing.Bypass(rest.split(" "))));
                case "drop" -> changed.computeIfPresent(file, (any, text) -> drawn(text, new Drawing.Drop(rest)));
                case "cut" -> changed.computeIfPresent(file, (any, text) -> drawn(text, new Drawing.Cut(rest)));
                case "retarget" ->
                    changed.computeIfPresent(file, (any, text) -> drawn(text, new Drawing.Retarget(rest.split(" "))));
                case "insert" ->
                    changed.computeIfPresent(file, (any, text) -> drawn(text, new Drawing.Insert(rest.split(" ", 2))));
                case "draw" -> changed.computeIfPresent(file, (any, text) -> beside(text, rest));
                case "finds", "passes", "with" -> {}
                default -> throw new IllegalArgumentException(title + ": " + line + " in " + name);
            }
        }
        Map<String, byte[]> files = new HashMap<>();
        changed.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    /** A flow stands in the process or sub-process of its source. */
    private static String beside(String text, String flow) {
        String source = flow.replaceFirst("(?s).* sourceRef=\"([^\"]+)\".*", "$1");
        int at = text.indexOf(" id=\"" + source + "\"");
        boolean isInner = text.lastIndexOf("<bpmn:subProcess", at) > text.lastIndexOf("</bpmn:subProcess>", at);
        int end = text.indexOf(isInner ? "</bpmn:subProcess>" : "</bpmn:process>", Math.max(0, at));
        return text.substring(0, end) + flow + text.substring(end);
    }

    private static String copied(Map<String, byte[]> before, String[] likeIdAndId) {
        return new String(before.get(likeIdAndId[0]), StandardCharsets.UTF_8).replace(likeIdAndId[1], likeIdAndId[2]);
    }

    private String replaced(String text, String near, boolean backwards, String is, String becomes) {
        int from = near.isEmpty() ? 0 : place(text, near);
        int at = backwards
                ? text.lastIndexOf(is, from)
                : text.indexOf(is, Math.max(0, is.contains(near) ? from - is.length() : from));
        if (from < 0 || at < 0) {
            throw new IllegalArgumentException(title + ": not found: " + is);
        }
        return text.substring(0, at) + becomes + text.substring(at + is.length());
    }

    private static int place(String text, String near) {
        return Stream.of("id=\"" + near + "\"", "\"key\": \"" + near + "\"", near)
                .map(text::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private String drawn(String text, Drawing drawing) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document xml = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            drawing.on(new Drawing.Canvas(xml));
            StringWriter written = new StringWriter();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(xml), new StreamResult(written));
            return written.toString();
        } catch (Exception e) {
            throw new IllegalStateException(title, e);
        }
    }

    /** What an analyst does on the canvas. */
    interface Drawing {

        void on(Canvas canvas);

        /** Takes a step out and connects what was before it with what follows, as the Modeler does. */
        record Bypass(String[] stepAndFlow) implements Drawing {

            @Override
            public void on(Canvas canvas) {
                String step = stepAndFlow[0];
                Element out = stepAndFlow.length > 1
                        ? canvas.byId(stepAndFlow[1])
                        : canvas.flows("sourceRef", step).get(0);
                String next = out.getAttribute("targetRef");
                canvas.flows("targetRef", step).forEach(flow -> flow.setAttribute("targetRef", next));
                canvas.remove(step);
            }
        }

        /** Takes a step out with all its arrows. */
        record Drop(String step) implements Drawing {

            @Override
            public void on(Canvas canvas) {
                canvas.remove(step);
            }
        }

        /** Deletes an arrow. */
        record Cut(String flow) implements Drawing {

            @Override
            public void on(Canvas canvas) {
                canvas.delete(canvas.byId(flow));
            }
        }

        /** Leads an arrow to another step. */
        record Retarget(String[] flowAndStep) implements Drawing {

            @Override
            public void on(Canvas canvas) {
                canvas.byId(flowAndStep[0]).setAttribute("targetRef", flowAndStep[1]);
            }
        }

        /** Puts a step into an arrow: id of the arrow, then the step as XML. */
        record Insert(String[] flowAndStep) implements Drawing {

            @Override
            public void on(Canvas canvas) {
                canvas.insert(flowAndStep[0], flowAndStep[1]);
            }
        }

        /** The drawing. */
        record Canvas(Document xml) {

            Element byId(String id) {
                return all().filter(element -> element.getAttribute("id").equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no " + id));
            }

            Stream<Element> all() {
                NodeList found = xml.getElementsByTagNameNS("*", "*");
                return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList().stream();
            }

            List<Element> flows(String end, String step) {
                return all().filter(element -> element.getLocalName().equals("sequenceFlow")
                                && element.getAttribute(end).equals(step))
                        .toList();
            }

            void remove(String step) {
                Element element = byId(step);
                List<String> alone = new ArrayList<>(List.of(step));
                all().filter(each -> each.getAttribute("attachedToRef").equals(step))
                        .forEach(each -> alone.add(each.getAttribute("id")));
                for (String id : alone) {
                    flows("sourceRef", id).forEach(this::delete);
                    flows("targetRef", id).forEach(this::delete);
                    delete(byId(id));
                }
                dropUnreached(element);
            }

            /** Whoever deletes a path deletes what is only on that path. */
            private void dropUnreached(Element removed) {
                Set<String> steps = new HashSet<>();
                all().filter(each -> each.getNamespaceURI().endsWith("/MODEL") && each.hasAttribute("id"))
                        .filter(each -> each.getLocalName()
                                .matches(".*Task|.*Gateway|callActivity|endEvent|subProcess|intermediate.*"))
                        .filter(each -> !each.getAttribute("triggeredByEvent").equals("true"))
                        .filter(each -> !isLinkCatch(each))
                        .filter(each ->
                                flows("targetRef", each.getAttribute("id")).isEmpty())
                        .forEach(each -> steps.add(each.getAttribute("id")));
                Optional<String> next = steps.stream().findFirst();
                next.ifPresent(this::remove);
            }

            private static boolean isLinkCatch(Element element) {
                return element.getLocalName().equals("intermediateCatchEvent")
                        && element.getElementsByTagNameNS("*", "linkEventDefinition")
                                        .getLength()
                                > 0;
            }

            void delete(Element element) {
                String id = element.getAttribute("id");
                all().filter(each -> each.getAttribute("bpmnElement").equals(id)
                                || each.getLocalName().matches("incoming|outgoing")
                                        && each.getTextContent().equals(id))
                        .forEach(each -> each.getParentNode().removeChild(each));
                if (element.getParentNode() != null) {
                    element.getParentNode().removeChild(element);
                }
            }

            void insert(String flow, String step) {
                try {
                    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                    factory.setNamespaceAware(true);
                    String declared = "<x xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                            + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""
                            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" + step + "</x>";
                    Element arrow = byId(flow);
                    Element scope = (Element) arrow.getParentNode();
                    Document parsed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(declared)));
                    Element made =
                            (Element) xml.importNode(parsed.getDocumentElement().getFirstChild(), true);
                    scope.insertBefore(made, arrow);
                    Element second = xml.createElementNS(arrow.getNamespaceURI(), "bpmn:sequenceFlow");
                    second.setAttribute("id", flow + "_2");
                    second.setAttribute("sourceRef", made.getAttribute("id"));
                    second.setAttribute("targetRef", arrow.getAttribute("targetRef"));
                    arrow.setAttribute("targetRef", made.getAttribute("id"));
                    scope.appendChild(second);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
