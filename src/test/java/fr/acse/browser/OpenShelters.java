package fr.acse.browser;

import fr.acse.CleanSlate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The tests of a fork share one application in any order: none finds shelters or the clock as another one left them. */
class OpenShelters implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        ClockUtil.reset();
        CleanSlate.freeShelters(SpringExtension.getApplicationContext(context).getBean(JdbcTemplate.class));
    }
}
