package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Draws every process as people see it in the Modeler, into {@code target/pictures}: the README shows the path. */
class PathPictureIT {

    private static final String VIEWER = "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";

    private static final String DRAW = """
            async xml => {
              const viewer = new BpmnJS({ container: '#canvas' });
              const { warnings } = await viewer.importXML(xml);
              const box = viewer.get('canvas').viewbox().inner;
              document.querySelector('#canvas').style.cssText =
                `width:${box.width + 40}px;height:${box.height + 40}px`;
              viewer.get('canvas').resized();
              viewer.get('canvas').viewbox({ x: box.x - 20, y: box.y - 20, width: box.width + 40, height: box.height + 40 });
              return warnings.length;
            }""";

    @Test
    void everyModelHasACompleteDiagram() throws IOException {
        try (Chromium chromium = Chromium.start();
                var models = Files.list(Path.of("processes"))) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(5200, 2000));
                page.setContent("<body style='margin:0;background:white'><div id='canvas' style='height:600px'></div>");
                page.addScriptTag(new Page.AddScriptTagOptions().setContent(viewer()));

                assertThat(page.evaluate(DRAW, Files.readString(model)))
                        .as(model.toString())
                        .isEqualTo(0);
                String name = model.getFileName().toString().replace(".bpmn", ".png");
                page.locator("#canvas")
                        .screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "pictures", name)));
                page.close();
            }
        }
    }

    private static String viewer() throws IOException {
        try (var script = PathPictureIT.class.getResourceAsStream(VIEWER)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
