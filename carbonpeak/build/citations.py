"""Names in both languages for the citations that stand under a figure; the full citation is kept beside them."""

from carbonpeak.data.catalogue import Text

# The beginning of a citation as the source tables give it, and the names to show for it.
NAMES: tuple[tuple[str, Text], ...] = (
    ("SteelOrbis 2022-01-17 on NBS", Text("国家统计局 2022-01-17（转引，待核对原文）", "NBS, quoted 2022-01-17")),
    ("SteelOrbis 2026-01-19 on NBS", Text("国家统计局 2026-01-19（转引，待核对原文）", "NBS, quoted 2026-01-19")),
    ("derived: NDRC 2022-02-10", Text("据国家发展改革委 2022-02-10 推算", "derived from NDRC, 2022-02-10")),
    (
        "People's Daily overseas ed. 2022-07-05",
        Text(
            "工业和信息化部（《人民日报》海外版 2022-07-05 报道）",
            "MIIT in People's Daily (overseas edition), 2022-07-05",
        ),
    ),
    (
        "SCIO briefing MIIT (Zhao Zhiguo) 2024-07-05",
        Text(
            "国务院新闻办公室新闻发布会（2024-07-05），工业和信息化部",
            "MIIT (Zhao Zhiguo) at the State Council Information Office, 2024-07-05",
        ),
    ),
    (
        "derived from SCIO briefing MIIT (Zhao Zhiguo) 2024-07-05",
        Text(
            "据国务院新闻办公室新闻发布会（2024-07-05）推算",
            "derived from the State Council Information Office briefing, 2024-07-05",
        ),
    ),
    (
        "Reuters 2022-02-28 on Statistical Communique on the 2021",
        Text(
            "《2021 年国民经济和社会发展统计公报》（路透社 2022-02-28 转引，待核对原文）",
            "Statistical Communique on 2021, quoted by Reuters 2022-02-28",
        ),
    ),
    (
        "Xinhua 2023-03-01 (en.people.cn/n3/2023/0301",
        Text(
            "《2022 年国民经济和社会发展统计公报》（新华社 2023-03-01 转引）",
            "Statistical Communique on 2022, quoted by Xinhua 2023-03-01",
        ),
    ),
    (
        "Reuters March 2024 (bdnews24.com/economy",
        Text("路透社 2024 年 3 月报道（待核对官方原文）", "Reuters, March 2024"),
    ),
    (
        "NDRC at National Energy Conservation Week 2025-06-23",
        Text(
            "国家发展改革委 2025-06-23（全国节能宣传周）",
            "NDRC at the National Energy Conservation Week, 2025-06-23",
        ),
    ),
    (
        "NDRC 2025-06-23, CCTV",
        Text("国家发展改革委 2025-06-23（中央电视台转引）", "NDRC, quoted by CCTV 2025-06-23"),
    ),
    (
        "Xinhua 2026-02-28/03-01 on Statistical Communique on the 2025",
        Text(
            "《2025 年国民经济和社会发展统计公报》（新华社 2026-02-28 转引）",
            "Statistical Communique on 2025, quoted by Xinhua 2026-02-28",
        ),
    ),
    (
        "yuzhehe.com newsletter 2025 listing NBS",
        Text("国家统计局年度数（第三方电子简报 2025 年转引，待核对原文）", "newsletter of 2025 listing NBS annual figures"),
    ),
    (
        "Bloomberg 2024-02-29",
        Text(
            "《2023 年国民经济和社会发展统计公报》（彭博社 2024-02-29 转引，待核对原文）",
            "Statistical Communique on 2023, quoted by Bloomberg 2024-02-29",
        ),
    ),
    (
        "shine.cn/news/nation/2403097969",
        Text(
            "《2023 年国民经济和社会发展统计公报》（2024-03-09 转引，待核对原文）",
            "Statistical Communique on 2023, quoted 2024-03-09",
        ),
    ),
    ("NBS 2022-01-17", Text("国家统计局 2022-01-17", "NBS, 2022-01-17")),
    (
        "Statistical Communique on the 2022 National Economic",
        Text("《2022 年国民经济和社会发展统计公报》", "Statistical Communique on 2022"),
    ),
    ("SteelOrbis 2023-01-18 on NBS", Text("国家统计局 2023-01-18（转引，待核对原文）", "NBS, quoted 2023-01-18")),
    ("SteelOrbis 2024-01-17 on NBS", Text("国家统计局 2024-01-17（转引，待核对原文）", "NBS, quoted 2024-01-17")),
    (
        "Xinhua 2025-01-17",
        Text("国家统计局（新华社 2025-01-17 转引）", "NBS, quoted by Xinhua 2025-01-17"),
    ),
    (
        "WAM/CCTV 2026-01-19",
        Text("国家统计局（中央电视台 2026-01-19 转引）", "NBS, quoted by CCTV 2026-01-19"),
    ),
    (
        "State Council portal news summary of NBS press conference 2026-09-15",
        Text("国家统计局新闻发布会 2026-09-15", "NBS press conference, 2026-09-15"),
    ),
    (
        "Results (official, revised metric)",
        Text("2026 年《政府工作报告》（修订口径）", "Government Work Report 2026 (revised metric)"),
    ),
    (
        "工信部联节〔2022〕88号",
        Text(
            "《工业领域碳达峰实施方案》（工信部联节〔2022〕88号）",
            "Industrial peaking plan (MIIT Lianjie [2022] 88)",
        ),
    ),
    (
        "内政办发〔2021〕60号",
        Text("内蒙古自治区（内政办发〔2021〕60号）", "Inner Mongolia (Neizhengbanfa [2021] 60)"),
    ),
    (
        '上海市"十四五"节能减排综合工作实施方案',
        Text("《上海市“十四五”节能减排综合工作实施方案》", "Shanghai, energy-saving plan 2021-2025"),
    ),
    (
        "Jiangsu industrial-sector and key-industry",
        Text("《江苏省工业领域及重点行业碳达峰实施方案》", "Jiangsu industrial peaking plan"),
    ),
    (
        "Zhejiang industrial-sector carbon peaking plan",
        Text("《浙江省工业领域碳达峰实施方案》", "Zhejiang industrial peaking plan"),
    ),
    (
        "重庆市工业领域碳达峰实施方案",
        Text(
            "《重庆市工业领域碳达峰实施方案》（征求意见阶段）",
            "Chongqing industrial peaking plan (draft)",
        ),
    ),
    ("Jiangsu DIIT", Text("江苏省工业和信息化厅 2025 年 6 月", "Jiangsu DIIT, June 2025")),
    ("Hunan DRC", Text("湖南省发展改革委 2023-08-15", "Hunan DRC, 2023-08-15")),
    (
        "NEA via ET Net 2026-01-19",
        Text("国家能源局（2026-01-19 转引，待核对原文）", "NEA, quoted 2026-01-19"),
    ),
    (
        "NDRC figure quoted by policycn.com",
        Text("国家发展改革委（2025 年 3 月转引，待核对原文）", "NDRC, quoted March 2025"),
    ),
    (
        "China changed the way it measures its key climate target",
        Text(
            "修订口径说明（第三方 2026 年转述，待核对官方原文）",
            "third-party account of the revised metric, 2026 (after Carbon Brief and CREA)",
        ),
    ),
    (
        "SunSirs/Digital Cement 2026-01-26",
        Text("国家统计局（数字水泥网 2026-01-26 转引，待核对原文）", "NBS, quoted by Digital Cement 2026-01-26"),
    ),
    (
        "CNIA 2026-02-03",
        Text(
            "中国有色金属工业协会 2026-02-03；国家统计局（路透社 2026-01-19 转引，待核对原文）",
            "CNIA, 2026-02-03; NBS, quoted by Reuters 2026-01-19",
        ),
    ),
    (
        "NDRC head Zheng Shanjie 2025-07-09",
        Text(
            "国务院新闻办公室新闻发布会（2025-07-09），国家发展改革委（新华社转引）",
            "NDRC (Zheng Shanjie), quoted by Xinhua 2025-07-09",
        ),
    ),
    (
        "SteelOrbis 2026-01-19 quoting NBS",
        Text("国家统计局 2026-01-19（产量，转引，待核对原文）", "NBS output figures, quoted 2026-01-19"),
    ),
    (
        "energyandcleanair/china_co2 @4043449 inst/csv/monthly_industry_stats",
        Text(
            "国家统计局月度工业数据（能源与清洁空气研究中心 2025 年 1 月整理）",
            "NBS monthly industry statistics, compiled by CREA, January 2025",
        ),
    ),
    (
        "energyandcleanair/china_co2 @4043449 inst/csv/Electricity_consumption",
        Text(
            "国家能源局用电量数据（能源与清洁空气研究中心 2025 年 1 月整理）",
            "NEA electricity statistics, compiled by CREA, January 2025",
        ),
    ),
    (
        "Economic Daily 2025-06-24",
        Text("国家统计局（《经济日报》2025-06-24 报道）", "NBS in Economic Daily, 2025-06-24"),
    ),
    (
        "Third-party briefing that restates Statistical Communique on the 2025",
        Text(
            "《2025 年国民经济和社会发展统计公报》（第三方转述，待核对原文）",
            "Statistical Communique on 2025, as restated by a third party",
        ),
    ),
    (
        "recalled communique",
        Text("统计公报（待核对原文）", "figures of the communique (to be checked against it)"),
    ),
    (
        "Recalled",
        Text("未取得原文（待核实）", "no document at hand (to be verified)"),
    ),
)


def names_of(citation: str) -> Text:
    """Return the names of a citation: the known ones, or its own text where nothing shorter was given."""
    for beginning, names in NAMES:
        if citation.startswith(beginning):
            return names
    return Text(citation, citation)
