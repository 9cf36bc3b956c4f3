"""What people type, written from the source document alone before there was a search, and the kind and key of its page.

They hold mistakes, inflections, words left out, accents left off and the words of the source where ours differ. None of
them changes because the search does not find it: what it cannot is counted in `test_queries.py`.
"""

QUERIES = (
    # The goals, by what the source calls them.
    ("kennis opgehaald", "goal", "kennis"),
    ("informatie verifieren", "goal", "kennis"),
    ("informtie verifiëren", "goal", "kennis"),
    ("toegang tot een netwrek", "goal", "toegang"),
    ("inclusie bevorderen", "goal", "toegang"),
    ("logistieke coordinatie", "goal", "logistiek"),
    ("fysieke dialogen organiseren", "goal", "logistiek"),
    ("advies over de aanpak", "goal", "advies"),
    ("opvolging van dialoog", "goal", "advies"),
    ("invloed verkrijgen", "goal", "invloed"),
    ("maatschapelijke acceptatie", "goal", "legitimiteit"),
    ("legitimitiet", "goal", "legitimiteit"),
    ("efficientie bevorderen", "goal", "efficientie"),
    # The partner types.
    ("lokale vakbonden", "partner_type", "lokale_vakbond"),
    ("locale ngo", "partner_type", "lokale_ngo"),
    ("lokaal expert", "partner_type", "lokale_expert"),
    ("monitoringpartners", "partner_type", "monitoringspartner"),
    ("nederlandse ngo's", "partner_type", "ngo_nl_internationaal"),
    ("internationale vakbonden", "partner_type", "internationale_vakbond"),
    ("overkoepelend", "partner_type", "overkoepelende_organisatie"),
    ("multistakeholder initiatieven", "partner_type", "msi_sectorconvenant"),
    ("sectorconvenanten", "partner_type", "msi_sectorconvenant"),
    ("inkopen bij dezelfde productielocaties", "partner_type", "inkopers_zelfde_locatie"),
    ("bedrijf uit je sector", "partner_type", "bedrijven_sector"),
    ("branche verenigingen", "partner_type", "brancheorganisatie"),
    ("sectororganisaties", "partner_type", "brancheorganisatie"),
    ("investeerder", "partner_type", "investeerders"),
    ("lokale overheden", "partner_type", "lokale_overheid"),
    ("arbeidsinstanties", "partner_type", "lokale_overheid"),
    ("nederlandse ambasade", "partner_type", "nederlandse_ambassade"),
    ("kennisinstituten", "partner_type", "kennisinstituut"),
    ("kritische houding", "partner_type", "kritische_partij"),
    ("fasilitator inhuren", "partner_type", "externe_facilitator"),
    ("westerse consultants", "partner_type", "westerse_consultant"),
    ("rijsbureau", "partner_type", "reisbureau"),
    # The examples.
    ("minimumlonen pakistan", "practice_example", "pakistan_loon"),
    ("informele schakels rajastan", "practice_example", "rajasthan_dialoog"),
    ("steengroeve", "practice_example", "rajasthan_logistiek"),
    ("trainingsprogramma kledingfabriek", "practice_example", "training_kleding"),
    ("palmolie sector", "practice_example", "palmolie_pensioenfondsen"),
    ("ex-kledingarbeiders", "practice_example", "india_vakbond"),
    ("oeigoerse gemeenschappen", "practice_example", "oeigoeren_collectief"),
    # The tips.
    ("taakverdelingen", "tip", "t02"),
    ("regelmatig comuniceren", "tip", "t04"),
    ("open houdingen", "tip", "t05"),
    ("langetermijnsamenwerking", "tip", "t06"),
    ("evalueren", "tip", "t07"),
    ("krappe tijdlijn", "tip", "t10"),
    ("goed kennismaken", "tip", "l01"),
    ("voorzichtigheid bij wantrouwen", "tip", "l03"),
    ("realistiese verwachtingen", "tip", "l04"),
    ("culturele verschillen", "tip", "l06"),
    # The organisations.
    ("fair ware", "organisation", "fair_wear"),
    ("schone kleren campange", "organisation", "skc"),
    ("open suply hub", "organisation", "open_supply_hub"),
    ("electronics wach", "organisation", "electronics_watch"),
    ("true stone", "organisation", "trustone"),
    # The tools.
    ("kenmerken van goede facilitators", "tool", "goede_facilitator"),
    ("checklists productieland", "tool", "checklist_productieland"),
    ("luister naar werkenden", "tool", "luisteren"),
)
