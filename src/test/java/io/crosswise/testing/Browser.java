package io.crosswise.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/** One person's window on the product: a real Chromium with a profile of its own, which waits for what it is told to find. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final String root;
    private final Path profile;
    private final ChromeDriver driver;

    private Browser(String root, Path profile, ChromeDriver driver) {
        this.root = root;
        this.profile = profile;
        this.driver = driver;
    }

    /** Skips the tests of a machine without a browser; call it before the application starts. */
    public static void assumeInstalled() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                () -> "no browser: needs " + CHROMIUM + " and " + DRIVER);
    }

    /** @param root where the product answers, for example {@code http://localhost:8080} */
    public static Browser at(String root) {
        try {
            Path profile = Files.createTempDirectory("crosswise-browser");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(CHROMIUM.toFile());
            options.addArguments(
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--window-size=1300,1400", "--lang=en", "--user-data-dir=" + profile);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(DRIVER.toFile())
                    .usingAnyFreePort()
                    .build();
            return new Browser(root, profile, new ChromeDriver(service, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Browser open(String path) {
        driver.get(root + path);
        return this;
    }

    /** Opens a page that asks who is there, and answers. */
    public Browser openAs(String user, String password, String path) {
        return open(path).logIn(user, password);
    }

    /** Fills in the login page that is shown. */
    public Browser logIn(String user, String password) {
        find(By.name("username")).sendKeys(user);
        find(By.name("password")).sendKeys(password);
        click(By.cssSelector("button[type=submit]"));
        return this;
    }

    /** The first such element, once it is visible. */
    public WebElement find(By what) {
        return until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Clicks the first such element, once the page has come to rest around it. */
    public void click(By what) {
        waiting().ignoring(StaleElementReferenceException.class).until(shown -> {
            WebElement element = shown.findElement(what);
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
            element.click();
            return true;
        });
    }

    /** Replaces what the field holds. */
    public void enter(By field, String text) {
        WebElement input = until(ExpectedConditions.elementToBeClickable(field));
        input.clear();
        input.sendKeys(text);
    }

    public boolean shows(By what) {
        return !driver.findElements(what).isEmpty();
    }

    public String path() {
        return driver.getCurrentUrl().substring(root.length());
    }

    public <T> T until(ExpectedCondition<T> condition) {
        return waiting().until(condition);
    }

    private FluentWait<WebDriver> waiting() {
        return new WebDriverWait(driver, PATIENCE).ignoring(ElementNotInteractableException.class);
    }

    /** What a script of the page answers; {@code return} hands the value back. */
    public Object run(String script) {
        return driver.executeScript(script);
    }

    @Override
    public void close() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
