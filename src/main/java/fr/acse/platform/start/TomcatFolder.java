package fr.acse.platform.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts Tomcat's files into the data folder, which no other user of the machine can open. */
@Component
class TomcatFolder implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Path dataDir;

    TomcatFolder(@Value("${acse.data-dir}") Path dataDir) {
        this.dataDir = dataDir;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        try {
            Path folder = PrivateFiles.folder(PrivateFiles.folder(dataDir).resolve("tomcat"));
            factory.setBaseDirectory(folder.toFile());
            // Tomcat's document root is empty, because all pages are in the jar. Without this setting, Spring Boot
            // creates a folder in the machine's temporary folder.
            factory.setDocumentRoot(PrivateFiles.folder(folder.resolve("root")).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
