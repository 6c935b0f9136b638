package fr.acse.platform.access;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The engine's REST API asks for a login, and nobody makes herself the first administrator. */
@Configuration
class RestSecurity {

    @Bean
    FilterRegistrationBean<Filter> basicAuthentication() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }

    /** The web application's set-up page needs no login; administrators come from the configuration instead. */
    @Bean
    FilterRegistrationBean<Filter> noSetup() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) ->
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND));
        filter.addUrlPatterns("/camunda/api/admin/setup/*", "/camunda/app/admin/default/setup/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
