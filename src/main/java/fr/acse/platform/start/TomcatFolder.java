package fr.acse.platform.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Tomcat's files are in the data folder, which no other user of the machine can open. */
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
            // This folder is empty, because all pages are in the jar. Without it, Spring Boot makes one in the
            // machine's
            // temporary folder.
            factory.setDocumentRoot(PrivateFiles.folder(folder.resolve("root")).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
