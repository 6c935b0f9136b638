package fr.acse.platform;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's REST API asks for a login. */
@Configuration
class RestSecurity {

    @Bean
    FilterRegistrationBean<Filter> basicAuthentication() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }
}
