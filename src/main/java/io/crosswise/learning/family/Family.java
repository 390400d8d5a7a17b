package io.crosswise.learning.family;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models the product is made of, each with its recipe. */
final class Family {
    private static final Map<String, Recipe> RECIPES = recipes();

    private Family() {}

    /** In the order people read them: offers, their effect, staying, value, what fits, channels, risks. */
    static List<String> models() {
        return List.copyOf(RECIPES.keySet());
    }

    /** @throws IllegalArgumentException for a model that is none of the family */
    static Recipe recipe(String model) {
        Recipe recipe = RECIPES.get(model);
        if (recipe == null) {
            throw new IllegalArgumentException("No recipe for model " + model + "; there are " + RECIPES.keySet());
        }
        return recipe;
    }

    private static Map<String, Recipe> recipes() {
        Map<String, Recipe> recipes = new LinkedHashMap<>();
        for (ServiceCategory category : ServiceCategory.values()) {
            add(recipes, OfferModels.propensity(category));
        }
        add(recipes, OfferModels.upsell(ServiceCategory.MOBILE));
        add(recipes, OfferModels.upsell(ServiceCategory.HBB));
        for (ServiceCategory category : ServiceCategory.values()) {
            add(recipes, new UpliftRecipe(category));
            add(recipes, OfferModels.baseline(category));
        }
        add(recipes, Hazards.churn());
        for (ServiceCategory category : ServiceCategory.values()) {
            add(recipes, Hazards.drop(category));
        }
        add(recipes, Snapshots.margin());
        add(recipes, new AffinityRecipe());
        add(recipes, new ClustersRecipe());
        add(recipes, new ExpansionRecipe());
        for (ChannelCode channel : ChannelCode.values()) {
            add(recipes, OfferModels.response(channel));
        }
        add(recipes, Snapshots.paymentRisk());
        add(recipes, Snapshots.referral());
        return recipes;
    }

    private static void add(Map<String, Recipe> recipes, Recipe recipe) {
        recipes.put(recipe.model(), recipe);
    }
}
