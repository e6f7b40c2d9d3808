"""Names in both languages for the citations that stand under a figure; the full citation is kept beside them."""

import re

from carbonpeak.data.catalogue import Text

# The beginning of a citation as the source tables give it, and the names to show for it.
NAMES: tuple[tuple[str, Text], ...] = (
    (
        "重庆市工业领域碳达峰实施方案 (issued",
        Text("《重庆市工业领域碳达峰实施方案》（媒体转载，2023-01-31）", "Chongqing, industrial peaking plan, reported 2023-01-31"),
    ),
    (
        "重庆市工业领域碳达峰实施方案 | http",
        Text("《重庆市工业领域碳达峰实施方案》（媒体转载，2023-01-31）", "Chongqing, industrial peaking plan, reported 2023-01-31"),
    ),
    (
        "China Products Carbon Footprint Factors Database (CPCD",
        Text("中国产品全生命周期温室气体排放系数库（CPCD，公开副本）", "China Products Carbon Footprint Factors Database (CPCD, public copy)"),
    ),
    (
        "MEE and NBS notice 2025 No. 47",
        Text("生态环境部、国家统计局公告 2025 年第 47 号", "MEE and NBS, notice 2025 No. 47"),
    ),
    (
        "MEE, NBS, NEA notice of 2025-09-28",
        Text("生态环境部、国家统计局、国家能源局公告（2025-09-28）", "MEE, NBS and NEA, notice of 2025-09-28"),
    ),
    (
        "MEE, NBS, NEA notice 2025 No. 3",
        Text("生态环境部、国家统计局、国家能源局公告 2025 年第 3 号（转引）", "MEE, NBS and NEA, notice 2025 No. 3 (quoted)"),
    ),
    (
        "US EPA Supply Chain GHG Emission Factors",
        Text("美国环境保护局供应链温室气体排放因子 1.3.0 版", "US EPA, Supply Chain GHG Emission Factors v1.3.0"),
    ),
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
    (
        "Shanghai Environment and Energy Exchange, monthly overview",
        Text(
            "上海环境能源交易所全国碳市场月度概况（公开代码库转录）",
            "Shanghai Environment and Energy Exchange, monthly overview (as transcribed in public code)",
        ),
    ),
    (
        "Shanghai Environment and Energy Exchange: daily quotes",
        Text("上海环境能源交易所行情说明", "Shanghai Environment and Energy Exchange, on its quotes"),
    ),
    (
        "Shanghai Environment and Energy Exchange, 2021-07-16",
        Text("上海环境能源交易所网站", "Shanghai Environment and Energy Exchange, website"),
    ),
    (
        "exchange daily tables collected in public repository",
        Text(
            "各试点交易所每日行情表（公开代码库汇集，按月合计）",
            "daily tables of the pilots' exchanges, collected in public code, summed by month",
        ),
    ),
    ("MEE, 20", Text("生态环境部网站", "MEE website")),
    ("Xinhua, 2024-02-04", Text("新华网 2024-02-04", "Xinhua, 2024-02-04")),
    ("Chinese government, 2025-08-25", Text("中国政府网 2025-08-25", "gov.cn, 2025-08-25")),
    ("China Power News Network, 2021", Text("中国电力新闻网 2021-10-27", "China Power News, 2021-10-27")),
    ("China Energy News, 2024-01-22", Text("《中国能源报》2024-01-29", "China Energy News, 2024-01-29")),
    (
        "Science and Technology Daily, 2026-08-13",
        Text("《科技日报》2026-08-14", "Science and Technology Daily, 2026-08-14"),
    ),
    (
        "Digital Cement, 2026-08-24",
        Text("数字水泥网（生态环境部网站未查到）", "Digital Cement (not on the ministry's own pages)"),
    ),
    (
        "MEE: MEE Guohuangui Qihou [2020] 3",
        Text(
            "《2019—2020 年全国碳排放权交易配额总量设定与分配实施方案（发电行业）》（国环规气候〔2020〕3号）",
            "MEE, power plan for 2019-2020 (Guohuangui Qihou [2020] 3)",
        ),
    ),
    (
        "MEE: MEE Guohuangui Qihou [2023] 1",
        Text(
            "《2021、2022 年度全国碳排放权交易配额总量设定与分配实施方案（发电行业）》（国环规气候〔2023〕1号）",
            "MEE, power plan for 2021 and 2022 (Guohuangui Qihou [2023] 1)",
        ),
    ),
    (
        "MEE: MEE Guohuangui Qihou [2024] 1",
        Text(
            "《2023、2024 年度全国碳排放权交易发电行业配额总量和分配方案》（国环规气候〔2024〕1号）",
            "MEE, power plan for 2023 and 2024 (Guohuangui Qihou [2024] 1)",
        ),
    ),
    (
        "MEE: consultation draft of the 2025-26 power",
        Text(
            "生态环境部 2025—2026 年度发电行业和 2026 年度钢铁、水泥、铝冶炼行业配额方案（征求意见稿，2026-07-27）",
            "MEE, draft plan for power 2025-2026 and three industries 2026 (2026-07-27)",
        ),
    ),
    (
        "MEE: work plan for steel, cement and aluminium",
        Text(
            "《全国碳排放权交易市场覆盖钢铁、水泥、铝冶炼行业工作方案》（2025-03-26）",
            "MEE, work plan for steel, cement and aluminium smelting, 2025-03-26",
        ),
    ),
    (
        "MEE Guohuangui Qihou [2024] 1, after",
        Text(
            "《2023、2024 年度全国碳排放权交易发电行业配额总量和分配方案》（国环规气候〔2024〕1号，据公开代码库摘录）",
            "MEE, power plan for 2023 and 2024, as noted in public code",
        ),
    ),
    (
        "MEE Guohuangui Qihou [2025] 2",
        Text(
            "《2024、2025 年度全国碳排放权交易市场钢铁、水泥、铝冶炼行业配额总量和分配方案》（国环规气候〔2025〕2号，据公开代码和行业网站摘录）",
            "MEE, plan for three industries 2024 and 2025 (Guohuangui Qihou [2025] 2), as noted in public code and press",
        ),
    ),
    (
        "draft plan, MEE 2026-07-27, after",
        Text(
            "生态环境部配额方案（征求意见稿，2026-07-27，据公开代码库摘录）",
            "MEE, draft plan of 2026-07-27, as noted in public code",
        ),
    ),
    (
        "plans of 2020, 2023, 2024 and draft 2026, after",
        Text(
            "生态环境部历年发电行业配额方案（据公开代码库摘录）",
            "MEE, power plans of 2020, 2023, 2024 and draft of 2026, as noted in public code",
        ),
    ),
    (
        "SCIO 2026-08-13, after",
        Text(
            "国务院新闻办公室新闻发布会（2026-08-13，据公开代码库摘录）",
            "State Council Information Office, 2026-08-13, as noted in public code",
        ),
    ),
    (
        "MEE Huanban Qihou Han [2026] 32",
        Text(
            "生态环境部办公厅 2026 年全国碳市场有关工作通知（环办气候函〔2026〕32号，据公开代码摘录）",
            "MEE notice on the work of 2026 (Huanban Qihou Han [2026] 32), as noted in public code",
        ),
    ),
    (
        "2019-2020 plan officially published |",
        Text("中德气候合作 2021 年 1 月", "Climate Cooperation China, 2021-01"),
    ),
    (
        "First-year totals | Reccessary",
        Text("全国碳市场首年统计（第三方，2022 年 7 月）", "Reccessary, 2022-07"),
    ),
    (
        "China to boost liquidity in CETS |",
        Text("快市 2024 年 9 月", "Fastmarkets, 2024-09"),
    ),
    (
        "2024 market results | Science",
        Text("《科技日报》2025-01-06（转引）", "Science and Technology Daily, quoted 2025-01-06"),
    ),
    (
        "National Carbon Market Development Report 2025 |",
        Text("《全国碳市场发展报告（2025）》", "National Carbon Market Development Report 2025, quoted 2025-09-24"),
    ),
    (
        "China carbon market report card 2025 |",
        Text("新浪 2026-01-11（转引）", "Sina, quoted 2026-01-11"),
    ),
    (
        "China releases 2024-2025 allocation plan for industrial sectors |",
        Text("国际碳行动伙伴组织 2025 年 11 月", "ICAP, 2025-11"),
    ),
    (
        "Steel enters the national ETS |",
        Text("转型亚洲 2025 年", "Transition Asia, 2025"),
    ),
    (
        "MEE notice on 2025 national carbon market work |",
        Text("生态环境部关于 2025 年全国碳市场工作的通知", "MEE notice on the work of 2025, quoted 2025-04-15"),
    ),
    (
        "China expands national ETS to cement, steel, aluminium |",
        Text("国际碳行动伙伴组织 2025-04-10", "ICAP, 2025-04-10"),
    ),
    (
        "MEE answers questions on carbon market quota allocation plan |",
        Text("生态环境部答记者问（第三方转引）", "MEE answers, quoted by China Policy, 2025-11"),
    ),
    (
        "China aims to cover key industrial emitters by 2027 |",
        Text("新华社 2025-11-24", "Xinhua, 2025-11-24"),
    ),
    (
        "Guideline on low-carbon transition and national carbon market |",
        Text("新华社 2025-08-26", "Xinhua in Beijing Review, 2025-08-26"),
    ),
    (
        "浙江省工业领域碳达峰实施方案 |",
        Text("《浙江省工业领域碳达峰实施方案》（网站转载）", "Zhejiang, industrial peaking plan (reprint)"),
    ),
    (
        "广东省全面推行清洁生产实施方案",
        Text("《广东省全面推行清洁生产实施方案（2023—2025 年）》（网站转载）", "Guangdong, plan of clean production 2023-2025 (reprint)"),
    ),
    (
        "Hunan DRC, 2023-08-15",
        Text("湖南省发展改革委 2023-08-15（网站转载）", "Hunan DRC, 2023-08-15 (reprint)"),
    ),
    (
        "MIIT meeting, 2020-01-10",
        Text("工业和信息化部会议 2020-01-10（转载）", "MIIT meeting, 2020-01-10 (reprint)"),
    ),
    (
        "MEE annex on the carbon footprint of electricity",
        Text("生态环境部公告附件：2024 年电力碳足迹因子（2025 年）", "MEE, annex on the carbon footprint of electricity, 2025"),
    ),
    (
        "MIIT, 2021-04-28, reprint",
        Text("工业和信息化部 2021-04-28（中国环境保护产业协会转载）", "MIIT, 2021-04-28 (reprint)"),
    ),
    (
        "NBS, 2026-09-15, gov.cn",
        Text("国家统计局 2026-09-15（中国政府网）", "NBS, 2026-09-15"),
    ),
    (
        "MIIT, files of the 2021 list",
        Text("工业和信息化部 2021 年度绿色制造名单文件（按文件计数）", "MIIT, files of the list of 2021, counted"),
    ),
    (
        "SCIO briefing on the carbon market, 2026-08-13",
        Text("国务院新闻办公室新闻发布会 2026-08-13（《科技日报》）", "SCIO briefing, 2026-08-13 (Science and Technology Daily)"),
    ),
    (
        "MIIT rules on green factories, January 2026",
        Text("工业和信息化部绿色工厂梯度培育规则（2026 年 1 月，公开副本转引）", "MIIT, rules on green factories, January 2026 (quoted)"),
    ),
    (
        "CLS headline on the 15th",
        Text("财联社 2026-07-14 标题：“十五五”碳达峰行动方案", "CLS, headline of 2026-07-14"),
    ),
    (
        "State Council, 15th five-year carbon-peaking action plan",
        Text("国务院“十五五”碳达峰行动方案（2026-07-14，生态环境部网站）", "State Council, 15th five-year carbon-peaking action plan, 2026-07-14"),
    ),
    (
        "gov.cn on the State Council executive meeting",
        Text("中国政府网：国务院常务会议 2026-06-29（公开副本转引）", "gov.cn, State Council executive meeting of 2026-06-29 (quoted)"),
    ),
    (
        "Xinhua on national zero-carbon factories",
        Text("新华社 2026-07-22：国家级零碳工厂建设（公开副本转引）", "Xinhua, 2026-07-22 (quoted)"),
    ),
    (
        "Shanghai Environment and Energy Exchange, quote of 2026-08-14",
        Text("上海环境能源交易所 2026-08-14 行情", "Shanghai Environment and Energy Exchange, 2026-08-14"),
    ),
)


def names_of(citation: str) -> Text:
    """Return the names of a citation: the known ones, or its own text where nothing shorter was given."""
    for beginning, names in NAMES:
        if citation.startswith(beginning):
            return names
    own = without_address(citation)
    return Text(own, own)


def without_address(citation: str) -> str:
    """Return a citation ("title | outlet | date | address") as it is read, its address left out."""
    parts = [re.sub(r";?\s*https?://\S+$", "", part).strip() for part in citation.split(" | ")]
    return ", ".join(part for part in parts if part) or citation
