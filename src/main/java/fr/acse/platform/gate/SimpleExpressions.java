package fr.acse.platform.gate;

import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** An expression may only compare and combine variables. Access to properties and calls of functions are forbidden. */
class SimpleExpressions implements RuleOfFile {

    @Override
    public Stream<Finding> findings(ModelFile model) {
        return Stream.of(model)
                .filter(ModelFile::isDiagram)
                .flatMap(diagram -> diagram.each("*"))
                .flatMap(element -> texts(element)
                        .filter(text -> !Expressions.isSimple(text))
                        .map(text -> Finding.of("member", model, element, text)));
    }

    /** Texts in which the engine looks for expressions. A text annotation is excluded, because it is only part of the drawing. */
    static Stream<String> texts(Element element) {
        boolean drawn = element.getLocalName().equals("text");
        Stream<String> own = drawn || ModelFile.children(element).findAny().isPresent()
                ? Stream.empty()
                : Stream.of(element.getTextContent().strip());
        return Stream.concat(ModelFile.attributes(element).stream().map(Attr::getValue), own)
                .filter(text -> text.contains("#{") || text.contains("${"));
    }
}
