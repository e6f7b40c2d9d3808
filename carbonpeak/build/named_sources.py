"""The named sources of months and plants: id, Chinese name, English name, citation, terms."""

CC_BY = "CC BY 4.0"
NBS_FACTS = "NBS statistics (facts), cite NBS"

MONTHLY_AND_PLANTS: dict[str, tuple[str, str, str, str]] = {
    "nbs-months-calendar": (
        "国家统计局月度数据（发布日历，第三方整理，待核对原文）",
        "NBS monthly figures with release dates, collected by a third party",
        "National Bureau of Statistics, growth of value added above designated size by month, 2016-2025, "
        "with the day of release, as collected by akshare (public copy)",
        NBS_FACTS,
    ),
    "nbs-months-dbnomics": (
        "国家统计局月度数据（DBnomics 整理，待核对原文）",
        "NBS monthly figures by way of DBnomics",
        "National Bureau of Statistics, growth of value added above designated size, March to December 2025, "
        "by way of DBnomics (public copy)",
        NBS_FACTS,
    ),
    "nbs-prices-months": (
        "国家统计局工业生产者出厂价格指数（第三方整理，待核对原文）",
        "NBS producer prices by month, collected by a third party",
        "National Bureau of Statistics, producer price index by month, 2016-2026, as collected by akshare "
        "(public copy)",
        NBS_FACTS,
    ),
    "nbs-july-2026-derived": (
        "据国家统计局 2026-09-15 公布的 8 月与 7 月之差推算",
        "derived from NBS, 2026-09-15: August stands 0.7 points above July",
        "National Bureau of Statistics, 2026-09-15, quoted in a public copy: growth in August 2026 is "
        "0.7 points above that of July",
        NBS_FACTS,
    ),
    "nbs-energy-months": (
        "国家统计局月度能源生产情况（第三方录入，待核对原文）",
        "NBS monthly energy release, typed by a third party",
        "National Bureau of Statistics, monthly energy release 2026: output of raw coal, crude oil and "
        "natural gas, as typed in a public copy",
        NBS_FACTS,
    ),
    "ember-months": (
        "Ember 中国月度电力数据（公开副本）",
        "Ember, monthly electricity data for China",
        "Ember, monthly electricity data for China, 2020-2026 (public copy); CO2 intensity is an estimate "
        "on a life-cycle basis",
        f"{CC_BY} (Ember)",
    ),
    "climate-trace": (
        "Climate TRACE 5.7.0 版分行业排放估算（2026 年 5 月）",
        "Climate TRACE v5.7.0, emissions by sector (May 2026)",
        "Climate TRACE v5.7.0 (May 2026), greenhouse gases of China by sector 2015-2025, as summed in a "
        "public copy",
        f"{CC_BY} (Climate TRACE)",
    ),
    "ndrc-629-2021": (
        "国家发展改革委办公厅 发改办环资〔2021〕629号（2021-08-12，媒体转载）",
        "NDRC General Office, Fagaibanhuanzi [2021] 629, 2021-08-12 (seen in press copies)",
        "NDRC General Office, 发改办环资〔2021〕629号, 2021-08-12: barometer of energy-saving targets, "
        "first half of 2021, seen in press copies",
        "Public document of the Chinese government or its report in the press; cite the document",
    ),
    "gem-coal-2024": (
        "全球能源监测：全球煤电追踪（2024 年 7 月）",
        "Global Energy Monitor, Global Coal Plant Tracker, July 2024",
        "Global Energy Monitor, Global Coal Plant Tracker, July 2024",
        CC_BY,
    ),
    "gem-steel-2025": (
        "全球能源监测：全球钢铁厂追踪（2025 年 9 月）",
        "Global Energy Monitor, Global Iron and Steel Tracker, September 2025",
        "Global Energy Monitor, Global Iron and Steel Tracker, September 2025 (V1)",
        CC_BY,
    ),
    "sfi-cement-2021": (
        "空间金融倡议：全球水泥生产资产数据库（2021 年 7 月）",
        "Spatial Finance Initiative, Global Database of Cement Production Assets, July 2021",
        "Spatial Finance Initiative, Global Database of Cement Production Assets, July 2021",
        CC_BY,
    ),
    "wri-power-2021": (
        "世界资源研究所：全球电厂数据库 1.3.0 版（2022 年后未更新）",
        "World Resources Institute, Global Power Plant Database 1.3.0 (not maintained since 2022)",
        "World Resources Institute, Global Power Plant Database 1.3.0, file for China",
        CC_BY,
    ),
    "miit-green-lists": (
        "工业和信息化部绿色制造名单（2017—2021 年，公开副本整理）",
        "MIIT, lists of green manufacturing 2017-2021 (as parsed in a public copy)",
        "Ministry of Industry and Information Technology, lists of green manufacturing, five batches and "
        "the year 2021 (2017-2022), as parsed in a public repository | "
        "https://www.miit.gov.cn/jgsj/jns/wjfb/art/2022/art_5fd2d8c1056546618448ae9c4c1b0a66.html",
        "Government lists (facts), as parsed in a public repository (Apache-2.0)",
    ),
}  # fmt: skip
