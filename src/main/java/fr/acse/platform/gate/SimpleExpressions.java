package fr.acse.platform.gate;

import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** An expression compares and combines variables; it reaches into nothing and calls nothing. */
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

    /** Texts in which the engine looks for expressions. What is only drawn is none. */
    static Stream<String> texts(Element element) {
        boolean drawn = element.getLocalName().equals("text");
        Stream<String> own = drawn || ModelFile.children(element).findAny().isPresent()
                ? Stream.empty()
                : Stream.of(element.getTextContent().strip());
        return Stream.concat(ModelFile.attributes(element).stream().map(Attr::getValue), own)
                .filter(text -> text.contains("#{") || text.contains("${"));
    }
}
