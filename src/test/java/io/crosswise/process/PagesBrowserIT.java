package io.crosswise.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import io.crosswise.testing.Browser;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The pages around Tasklist: login, start page, the page of the API. */
@CrosswiseIT
@Import(Shop.class)
class PagesBrowserIT {
    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeAll
    static void needsABrowser() {
        Browser.assumeInstalled();
    }

    @BeforeEach
    void openBrowser() {
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aWrongPasswordIsToldSoAndTheRightOneLeadsToTheStartPage() {
        browser.openAs("nobody", "wrong", "/");
        browser.until(urlContains("/login?error"));
        assertThat(browser.find(By.cssSelector(".alert-danger")).getText()).isNotBlank();

        browser.logIn("manager", "manager");
        assertThat(browser.find(By.linkText("Source of exactly this version")).isDisplayed()).isTrue();
    }

    @Test
    void theLoginPageLoadsWithoutARefusal() {
        browser.open("/login");
        assertThat(browser.run("return fetch('/favicon.ico').then(answer => answer.status)")).isEqualTo(200L);
    }

    @ParameterizedTest
    @CsvSource({"marketer, /camunda/app/tasklist/", "manager, /camunda/app/cockpit/"})
    void aPageTheRoleDoesNotOpenLeadsBackToTheStartPage(String user, String page) {
        browser.openAs(user, user, page);
        assertThat(browser.find(By.tagName("main")).getText()).contains("your role does not open it");
        browser.click(By.linkText("Start page"));
        assertThat(browser.find(By.linkText("Source of exactly this version")).isDisplayed()).isTrue();
    }

    @Test
    void theApiPageMaySendWhatTheRoleAllows() {
        browser.openAs("integration", "integration", "/swagger-ui.html");
        browser.click(By.cssSelector(".opblock-post [data-path='/api/v1/triggers']"));
        browser.click(By.cssSelector(".try-out__btn"));
        browser.click(By.cssSelector("button.execute"));

        assertThat(browser.find(By.cssSelector(".live-responses-table tbody .response-col_description")).getText())
                .contains("urn:crosswise:problem:")
                .doesNotContain("no-page-token", "urn:crosswise:problem:forbidden");
    }

    @Test
    void aRequestWithoutThePagesTokenIsRefusedAndSaysWhatIsMissing() {
        browser.openAs("integration", "integration", "/");
        browser.find(By.tagName("h1"));
        assertThat(browser.run("return fetch('/api/v1/triggers', {method: 'POST', body: '{}'}).then(answer => answer.text())"))
                .asString()
                .contains("no-page-token", "X-CSRF-TOKEN");
    }
}
