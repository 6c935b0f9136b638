package fr.acse.payment;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.Document;
import org.xml.sax.SAXException;

/** The XML schemas of ISO 20022, each found by the name of its message, for example {@code pain.001.001.09}. */
final class BankSchemas {

    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private static final Pattern ORDER = Pattern.compile("pain[.]\\d{3}[.]001[.]\\d{2}");

    private BankSchemas() {}

    /** True if the software has a schema for the message of this name. */
    static boolean knows(String message) {
        return ORDER.matches(message) && url(message) != null;
    }

    /** @throws SAXException if the XML text does not match the schema of its message */
    static void check(String message, Source text) throws SAXException, IOException {
        var validator = READ.computeIfAbsent(message, BankSchemas::read).newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        validator.validate(text);
    }

    private static Schema read(String message) {
        try {
            SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            schemas.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return schemas.newSchema(url(message));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema of " + message + " cannot be read", e);
        }
    }

    private static URL url(String message) {
        return Document.class.getResource("/" + message + ".xsd");
    }
}
