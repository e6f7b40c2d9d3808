"""Citations of tables and named sources in Chinese; names of foreign papers stay as they are cited."""

_PAPERS = "Shan 等，2018（Scientific Data 5:170201）、2020（Scientific Data 7:54）；Guan 等，2021（Earth's Future 9:e2021EF002241）"
_INVENTORIES = f"Shan 等，2016（Applied Energy 184:742）；{_PAPERS}；Xu 等，2024"
_PAPERS_EN = "Shan et al. 2018 (Scientific Data 5:170201); Shan et al. 2020 (Scientific Data 7:54); Guan et al. 2021 (Earth's Future 9:e2021EF002241)"
_INVENTORIES_EN = f"Shan et al. 2016 (Applied Energy 184:742); {_PAPERS_EN}; Xu et al. 2024"

IN_CHINESE: dict[str, str] = {
    "GB/T 2260; tile positions by this project": "GB/T 2260；方格位置由本项目确定",
    "GB/T 2260 Codes for the administrative divisions of China": "GB/T 2260《中华人民共和国行政区划代码》",
    "Implementation plan for carbon peaking in the industrial sector (MIIT Lianjie [2022] 88)": "《工业领域碳达峰实施方案》（工信部联节〔2022〕88 号）",
    "GB/T 4754-2017; grouping by the industrial peaking plan (MIIT Lianjie [2022] 88)": "GB/T 4754—2017；分组依据《工业领域碳达峰实施方案》（工信部联节〔2022〕88 号）",
    "GB/T 4754-2017 Industrial classification for national economic activities": "GB/T 4754—2017《国民经济行业分类》",
    "Characters: dictionary of OpenCC 1.4.2; romanised names: GB/T 2260, ISO 7098": "字形：OpenCC 1.4.2 字典；罗马字母拼写：GB/T 2260、ISO 7098",
    "China Energy Statistical Yearbook 2022, appendix IV": "《中国能源统计年鉴 2022》附录四",
    "National Bureau of Statistics, China Energy Statistical Yearbook 2022, appendix IV: coal-equivalent coefficients": "国家统计局《中国能源统计年鉴 2022》附录四“各种能源折标准煤参考系数”",
    "CEADs provincial energy inventory 2011-2022, cited as Shan et al. 2018, 2020; Guan et al. 2021; Xu et al. 2024": "CEADs 分省能源清单（2011—2022 年），引用 Shan 等（2018、2020）、Guan 等（2021）、Xu 等（2024）",
    "This project, from the CEADs energy inventory": "本项目据 CEADs 能源清单整理",
    f"{_INVENTORIES_EN}; 2020-2022 reconstructed by this project": f"{_INVENTORIES}；2020—2022 年由本项目重建估算",
    _INVENTORIES_EN: _INVENTORIES,
    _PAPERS_EN: _PAPERS,
    "CEADs apparent CO2 inventory 1997-2022 (supply-side method), cited as Shan et al. 2016 (Applied Energy 184:742)": "CEADs 表观排放清单（1997—2022 年，供给侧方法），引用 Shan 等（2016，Applied Energy 184:742）",
    "CEADs inventories 2017-2019 and their reconstruction from energy and implied factors": "CEADs 清单（2017—2019 年）及其据能源消费与隐含排放因子的重建估算",
    "National Bureau of Statistics, table E0103, as transcribed by a third party in December 2024; real values derived by this project": "国家统计局 E0103 表（第三方 2024 年 12 月转录）；可比价由本项目推算",
    "National Bureau of Statistics, table E0103, as transcribed by a third party in December 2024": "国家统计局 E0103 表（第三方 2024 年 12 月转录）",
    "National Bureau of Statistics, input-output tables of China, products mapped to GB/T 4754 divisions": "国家统计局《中国投入产出表》，产品部门对应到 GB/T 4754 大类",
    "NBS statistical communiques and monthly releases, as cited row by row": "国家统计局统计公报和月度发布，逐行列明出处",
    "National Bureau of Statistics, annual data by province, release of 2025": "国家统计局分省年度数据（2025 年发布）",
    "National Bureau of Statistics, China Energy Statistical Yearbook, total energy consumption by sector 2012-2020": "国家统计局《中国能源统计年鉴》分行业能源消费总量（2012—2020 年）",
    "National Bureau of Statistics, ministries and others, as cited row by row": "国家统计局、有关部门及其他机构，逐行列明出处",
    "Policy documents of the Chinese government, as cited row by row": "国家政策文件，逐行列明出处",
    "Policy documents of the nation and the provinces, as cited row by row": "国家和地方政策文件，逐行列明出处",
    "Policy documents of the Chinese government and reports on them, as cited row by row": "国家政策文件及相关报道，逐行列明出处",
    "Ministry of Ecology and Environment and NBS, notices on CO2 factors of electricity": "生态环境部、国家统计局电力二氧化碳排放因子公告",
    "Names of documents and headings as in the documents; the rest put into words by this project": "文件名称和标题依原文；其余由本项目表述",
    "Physical energy of the CEADs inventory 2020-2022 times the factors implied by the CEADs inventories 2011-2019; cement process CO2 from the CEADs apparent inventory": "CEADs 能源清单（2020—2022 年）实物量乘以 CEADs 排放清单（2011—2019 年）的隐含排放因子；水泥生产过程排放取自 CEADs 表观排放清单",
    "This project": "本项目",
}
