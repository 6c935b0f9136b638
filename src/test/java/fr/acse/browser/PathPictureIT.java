package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import fr.acse.models.MainPath;
import fr.acse.models.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Draws every process as people see it in the Modeler, into {@code target/pictures}; the README shows the main path. */
class PathPictureIT {

    private static final String VIEWER = "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";

    /** At 100 %, from the diagram's own zero. */
    private static final String DRAW = """
            async xml => {
              const viewer = window.viewer = new BpmnJS({ container: '#canvas' });
              const { warnings } = await viewer.importXML(xml);
              viewer.get('canvas').viewbox({ x: 0, y: 0, width: 1600, height: 900 });
              return warnings.length;
            }""";

    /** Leaves what is on the path, and the flows along it. */
    private static final String LEAVE = """
            path => {
              const registry = window.viewer.get('elementRegistry');
              const on = element => path.includes((element.labelTarget || element).id)
                || element.source && on(element.source) && on(element.target);
              registry.filter(element => element.parent && !on(element.labelTarget || element))
                .forEach(element => { registry.getGraphics(element).style.display = 'none'; });
            }""";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Test
    void everyModelHasACompleteDiagramOnOneScreen() throws IOException {
        try (Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1600, 900))) {
            for (Model model : Model.all()) {
                page.setContent("<body style='margin:0;background:white'><div id='canvas' style='height:900px'></div>");
                page.addScriptTag(new Page.AddScriptTagOptions().setContent(viewer()));

                assertThat(page.evaluate(DRAW, Files.readString(Path.of("processes", model.id() + ".bpmn"))))
                        .as(model.id())
                        .isEqualTo(0);
                picture(page, model.id(), 900);
                if (model.id().equals("referral")) {
                    page.evaluate(LEAVE, List.copyOf(MainPath.of(model)));
                    picture(page, "main-path", 600);
                }
            }
        }
    }

    private static void picture(Page page, String name, int height) {
        page.screenshot(new Page.ScreenshotOptions()
                .setClip(0, 0, 1600, height)
                .setPath(Path.of("target", "pictures", name + ".png")));
    }

    private static String viewer() throws IOException {
        try (var script = PathPictureIT.class.getResourceAsStream(VIEWER)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
