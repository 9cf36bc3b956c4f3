"""WHAT WE KNOW: everything that staff edit, and the releases that visitors see."""

from dialoog.content.models.cases import CaseOrder, CaseTier, ReferenceCase
from dialoog.content.models.goals import Goal
from dialoog.content.models.guidance import Action, Caution, DocumentTemplate, DocumentTemplateLine, Tip
from dialoog.content.models.pages import AdviceSettings, PageText
from dialoog.content.models.partners import PartnerOffer, PartnerType, PartnerWatchOut
from dialoog.content.models.questions import Option, Question, QuestionCondition, Step
from dialoog.content.models.references import Organisation, PracticeExample, Tool
from dialoog.content.models.relations import Combination, OrderRule, OrderRuleCondition, Signpost
from dialoog.content.models.releases import Release
from dialoog.content.models.rules import (
    ExampleEffect,
    PartnerEffect,
    Rule,
    RuleAction,
    RuleCaution,
    RuleCondition,
    RuleOrganisation,
    RuleOutcome,
    RuleTool,
    TierEffect,
    TipEffect,
)
from dialoog.content.models.source import Fact, Verdict
from dialoog.content.models.translations import TranslatedText, Translation
from dialoog.content.models.versions import Version

__all__ = [
    "Action",
    "AdviceSettings",
    "CaseOrder",
    "CaseTier",
    "Caution",
    "Combination",
    "DocumentTemplate",
    "DocumentTemplateLine",
    "ExampleEffect",
    "Fact",
    "Goal",
    "Option",
    "OrderRule",
    "OrderRuleCondition",
    "Organisation",
    "PageText",
    "PartnerEffect",
    "PartnerOffer",
    "PartnerType",
    "PartnerWatchOut",
    "PracticeExample",
    "Question",
    "QuestionCondition",
    "ReferenceCase",
    "Release",
    "Rule",
    "RuleAction",
    "RuleCaution",
    "RuleCondition",
    "RuleOrganisation",
    "RuleOutcome",
    "RuleTool",
    "Signpost",
    "Step",
    "TierEffect",
    "Tip",
    "TipEffect",
    "Tool",
    "TranslatedText",
    "Translation",
    "Verdict",
    "Version",
]
