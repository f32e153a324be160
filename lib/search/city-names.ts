/**
 * One city a line, with its names. Names that are also a word or another kind of place are left out ("LA", "DC", "NY",
 * "Rio", "Mexico", and in Spanish "Lión", "Ginebra" and "Brujas"), and those that differ only in accents or case.
 */
export const cityNames = `
A Coruña, La Coruña, La Corogne, Corunha, Ла-Корунья, ラ・コルーニャ
Aachen, Aix-la-Chapelle, Aquisgrán, Aquisgrana, Akwizgran, Aken, Ахен, アーヘン, 亚琛, 아헨
Abu Dhabi, Abou Dabi, Abu Dabi, Абу-Даби, アブダビ, 阿布扎比, 아부다비, أبوظبي, أبو ظبي
Abuja, Абуджа, アブジャ, 阿布贾, 아부자, أبوجا
Accra, Akra, Acra, Аккра, アクラ, 阿克拉, 아크라, أكرا
Addis Ababa, Addis Abeba, Adís Abeba, Аддис-Абеба, アディスアベバ, 亚的斯亚贝巴, 아디스아바바, أديس أبابا, አዲስ አበባ
Alexandria, Alexandrie, Alejandría, Alessandria d'Egitto, Alexandrien, Александрия, アレクサンドリア, 亚历山大港, الإسكندرية
Algiers, Alger, Algier, Argel, Algeri, Алжир, アルジェ, 阿尔及尔, 알제, الجزائر العاصمة
Almaty, Alma-Ata, Almatı, Алматы, Алма-Ата, アルマトイ, 阿拉木图, 알마티
Amman, Амман, アンマン, 安曼, 암만
Amsterdam, Amesterdão, Amsterdã, Амстердам, Άμστερνταμ, アムステルダム, 阿姆斯特丹, 암스테르담, أمستردام
Ankara, Ancara, Анкара, アンカラ, 安卡拉, 앙카라, أنقرة
Antwerp, Antwerpen, Anvers, Amberes, Anversa, Antuérpia, Antwerpia, Антверпен, アントワープ, 安特卫普, 안트베르펜
Århus, Aarhus, Орхус, オーフス, 奥胡斯
Astana, Nur-Sultan, Nursultan, Астана, Нур-Султан, アスタナ, 阿斯塔纳, 아스타나
Asunción, Assunção, Асунсьон, アスンシオン, 亚松森, 아순시온
Athens, Athina, Athen, Athènes, Atenas, Atene, Ateny, Athene, Aten, Atina, Αθήνα, Афины, Афіни, アテネ, 雅典, 아테네, أثينا
Atlanta, Атланта, アトランタ, 亚特兰大, 애틀랜타
Auckland, Tāmaki Makaurau, Окленд, オークランド, 奥克兰, 奧克蘭, 오클랜드
Austin, Остин, オースティン, 奥斯汀, 오스틴
Baghdad, Bagdad, Bagdade, Багдад, バグダード, 巴格达, 바그다드, بغداد
Baku, Bakı, Bakou, Баку, バクー, 巴库, 바쿠
Bangkok, Krung Thep, Bangcoc, Banguecoque, Banguecoc, Бангкок, バンコク, 曼谷, 방콕, بانكوك, กรุงเทพ, กรุงเทพมหานคร, กรุงเทพฯ
Barcelona, Barcelone, Barcellona, BCN, Барселона, Βαρκελώνη, バルセロナ, 巴塞罗那, 巴塞隆納, 바르셀로나, برشلونة
Basel, Basle, Bâle, Basilea, Basileia, Bazylea, Базель, バーゼル, 巴塞尔, 바젤
Beijing, Peking, Pékin, Pechino, Pequim, Пекин, Пекін, 北京, ペキン, 베이징, 북경, بكين
Beirut, Beyrouth, Beiroute, Beirute, Bejrut, Beyrut, Бейрут, ベイルート, 贝鲁特, 베이루트, بيروت
Belfast, Béal Feirste, Белфаст, ベルファスト, 贝尔法斯特, 벨파스트
Belgrade, Beograd, Belgrad, Belgrado, Београд, Белград, Βελιγράδι, ベオグラード, 贝尔格莱德, 貝爾格勒, 베오그라드, بلغراد
Bengaluru, Bangalore, Bangalor, Бангалор, Бенгалуру, バンガロール, ベンガルール, 班加罗尔, 벵갈루루, ಬೆಂಗಳೂರು, बेंगलुरु, बंगलौर, பெங்களூர், బెంగళూరు
Bergen, Берген, ベルゲン, 卑尔根, 베르겐
Berlin, Berlino, Berlim, Berliini, Berlijn, Берлин, Берлін, Βερολίνο, ベルリン, 柏林, 베를린, برلين, ברלין, बर्लिन
Bern, Berne, Berna, Берн, ベルン, 伯尔尼, 베른
Bilbao, Бильбао, ビルバオ, 毕尔巴鄂, 빌바오
Birmingham, Бирмингем, バーミンガム, 伯明翰, 버밍엄
Bogotá, Santa Fe de Bogotá, Богота, ボゴタ, 波哥大, 보고타, بوغوتا
Bologna, Bologne, Bolonia, Bolonha, Болонья, ボローニャ, 博洛尼亚, 볼로냐
Bordeaux, Burdeos, Bordéus, Бордо, ボルドー, 波尔多, 보르도
Boston, Бостон, ボストン, 波士顿, 波士頓, 보스턴, بوسطن
Brasília, Бразилиа, ブラジリア, 巴西利亚, 브라질리아, برازيليا
Bratislava, Pressburg, Pozsony, Bratysława, Братислава, ブラチスラヴァ, 布拉迪斯拉发, 브라티슬라바
Bremen, Brême, Brema, Бремен, ブレーメン, 不来梅, 브레멘
Brisbane, Брисбен, ブリスベン, 布里斯班, 브리즈번
Bristol, Бристоль, ブリストル, 布里斯托尔, 브리스틀
Brno, Brünn, Брно, ブルノ, 布尔诺, 브르노
Bruges, Brugge, Брюгге, ブルージュ, 布鲁日, 브뤼허
Brussels, Bruxelles, Brussel, Bruselas, Bruxelas, Bruksela, Bryssel, Brüksel, Брюссель, Βρυξέλλες, ブリュッセル, 布鲁塞尔, 布魯塞爾, 브뤼셀, بروكسل
Bucharest, București, Bukarest, Bucarest, Bucareste, Bukareszt, Boekarest, Bükreş, Бухарест, Βουκουρέστι, ブカレスト, 布加勒斯特, 부쿠레슈티, بوخارست
Budapest, Budapeste, Budapeszt, Boedapest, Budapešta, Будапешт, Βουδαπέστη, ブダペスト, 布达佩斯, 布達佩斯, 부다페스트, بودابست
Buenos Aires, Buenos Ayres, BsAs, Буэнос-Айрес, ブエノスアイレス, 布宜诺斯艾利斯, 布宜諾斯艾利斯, 부에노스아이레스, بوينس آيرس
Busan, Pusan, 부산, 釜山, Пусан, プサン
Cairo, Le Caire, Kairo, El Cairo, Il Cairo, Kair, Al-Qahira, Kahire, Каир, Каїр, Κάιρο, カイロ, 开罗, 開羅, 카이로, القاهرة, קהיר
Calgary, Калгари, カルガリー, 卡尔加里, 캘거리
Cape Town, Kapstadt, Le Cap, Ciudad del Cabo, Città del Capo, Cidade do Cabo, Kaapstad, Kapsztad, iKapa, Кейптаун, ケープタウン, 开普敦, 開普敦, 케이프타운, كيب تاون
Caracas, Каракас, カラカス, 加拉加斯, 카라카스
Cardiff, Caerdydd, Кардифф, カーディフ, 加的夫
Casablanca, Ad-Dar al-Bayda, Касабланка, カサブランカ, 卡萨布兰卡, 카사블랑카, الدار البيضاء
Chengdu, 成都, Чэнду, 청두
Chennai, Madras, Ченнаи, Мадрас, チェンナイ, 金奈, 첸나이, சென்னை, चेन्नई, చెన్నై
Chiang Mai, Tschiang Mai, Чиангмай, チェンマイ, 清迈, 치앙마이, เชียงใหม่
Chicago, Чикаго, Σικάγο, シカゴ, 芝加哥, 시카고, شيكاغو, שיקגו
Chișinău, Kishinev, Kischinau, Кишинёв, Кишинів, キシナウ, 基希讷乌, 키시너우
Chongqing, Tschungking, Чунцин, 重庆, 重慶, 충칭
Cluj-Napoca, Cluj, Klausenburg, Kolozsvár, Клуж-Напока, クルジュ＝ナポカ
Cologne, Köln, Colonia, Keulen, Kolonia, Kolín nad Rýnem, Кёльн, Κολωνία, ケルン, 科隆, 쾰른, كولونيا
Colombo, Коломбо, コロンボ, 科伦坡, 콜롬보, කොළඹ
Copenhagen, København, Kopenhagen, Copenhague, Copenaghen, Copenhaga, Kopenhaga, Köpenhamn, Kööpenhamina, Kaupmannahöfn, KBH, Kopenhag, Копенгаген, Κοπεγχάγη, コペンハーゲン, 哥本哈根, 코펜하겐, كوبنهاغن, קופנהגן
Córdoba, Cordoue, Cordova, Кордова, コルドバ, 科尔多瓦, 코르도바, قرطبة
Dakar, Дакар, ダカール, 达喀尔, 다카르, داكار
Dallas, Даллас, ダラス, 达拉斯, 댈러스
Damascus, Damaskus, Damasco, Damaszek, Дамаск, ダマスカス, 大马士革, 다마스쿠스, دمشق
Dar es Salaam, Daressalam, Dar es-Salam, Дар-эс-Салам, ダルエスサラーム, 达累斯萨拉姆, 다르에스살람
Delhi, New Delhi, Neu-Delhi, Nueva Delhi, Nuova Delhi, Nova Deli, Nowe Delhi, Dilli, Дели, Нью-Дели, デリー, ニューデリー, 德里, 新德里, 델리, 뉴델리, दिल्ली, नई दिल्ली, دهلی, نيودلهي
Denver, Денвер, デンバー, 丹佛, 덴버
Detroit, Детройт, デトロイト, 底特律, 디트로이트
Dhaka, Dacca, Daca, Дакка, ダッカ, 达卡, 다카, ঢাকা
Doha, Доха, ドーハ, 多哈, 도하, الدوحة
Dortmund, Дортмунд, ドルトムント, 多特蒙德, 도르트문트
Dresden, Dresde, Dresda, Drezno, Drážďany, Дрезден, ドレスデン, 德累斯顿, 드레스덴
Dubai, Dubaj, Дубай, ドバイ, 迪拜, 杜拜, 두바이, دبي
Dublin, Baile Átha Cliath, Dublino, Дублин, Δουβλίνο, ダブリン, 都柏林, 더블린, دبلن
Düsseldorf, Дюссельдорф, デュッセルドルフ, 杜塞尔多夫, 뒤셀도르프
Edinburgh, Édimbourg, Edimburgo, Dùn Èideann, Edynburg, Эдинбург, エディンバラ, 爱丁堡, 愛丁堡, 에든버러
Florence, Firenze, Florenz, Florencia, Florença, Florencja, Флоренция, フィレンツェ, 佛罗伦萨, 피렌체
Frankfurt, Frankfurt am Main, Frankfurt a. M., Frankfurt/Main, Francfort, Francfort-sur-le-Main, Francoforte, FFM, Франкфурт, Франкфурт-на-Майне, フランクフルト, 法兰克福, 法蘭克福, 프랑크푸르트
Fukuoka, 福岡, 福冈, Фукуока, 후쿠오카, フクオカ
Gdańsk, Danzig, Dantzig, Danzica, Гданьск, グダニスク, 格但斯克, 그단스크
Geneva, Genève, Genf, Ginevra, Genebra, Genewa, Женева, Γενεύη, ジュネーヴ, 日内瓦, 日內瓦, 제네바, جنيف
Genoa, Genova, Genua, Gênes, Генуя, ジェノヴァ, 热那亚, 제노바
Ghent, Gent, Gand, Gante, Gandawa, Гент, ヘント, 根特, 겐트
Glasgow, Glaschu, Глазго, グラスゴー, 格拉斯哥, 글래스고
Gothenburg, Göteborg, Gotemburgo, Gotenburg, GBG, Гётеборг, ヨーテボリ, 哥德堡, 예테보리
Graz, Грац, グラーツ, 格拉茨, 그라츠
Guadalajara, Гвадалахара, グアダラハラ, 瓜达拉哈拉, 과달라하라
Guangzhou, Гуанчжоу, 广州, 廣州, 광저우
Hamburg, Hambourg, Hamburgo, Amburgo, Гамбург, Αμβούργο, ハンブルク, 汉堡, 漢堡, 함부르크, هامبورغ
Hangzhou, Ханчжоу, 杭州, 杭州市, 항저우
Hanoi, Hà Nội, Ханой, ハノイ, 河内, 河內, 하노이, هانوي
Hanover, Hannover, Hanovre, Ганновер, ハノーファー, 汉诺威, 하노버
Havana, La Habana, La Havane, Havanna, L'Avana, Hawana, Гавана, ハバナ, 哈瓦那, 아바나
Helsinki, Helsingfors, Helsínquia, Helsinque, Helsinky, Хельсинки, Гельсінкі, Ελσίνκι, ヘルシンキ, 赫尔辛基, 赫爾辛基, 헬싱키, هلسنكي
Hiroshima, 広島, 广岛, 廣島, Хиросима, 히로시마, ひろしま
Ho Chi Minh City, Thành phố Hồ Chí Minh, Hồ Chí Minh, Saigon, Sài Gòn, TPHCM, HCMC, Ho-Chi-Minh-Stadt, Hô-Chi-Minh-Ville, Ciudad Ho Chi Minh, Хошимин, Сайгон, ホーチミン, サイゴン, 胡志明市, 西贡, 호찌민
Hong Kong, Hongkong, Гонконг, 香港, ホンコン, 홍콩, هونغ كونغ
Honolulu, Гонолулу, ホノルル, 檀香山, 火奴鲁鲁, 호놀룰루
Houston, Хьюстон, ヒューストン, 休斯敦, 休士頓, 휴스턴
Hyderabad, Haiderabad, Хайдарабад, ハイデラバード, 海得拉巴, హైదరాబాద్, हैदराबाद, حیدرآباد
Incheon, Inchon, 인천, 仁川, Инчхон, インチョン
Innsbruck, Инсбрук, インスブルック, 因斯布鲁克
Istanbul, Estambul, Istambul, Stambuł, Stamboul, Isztambul, Стамбул, Κωνσταντινούπολη, イスタンブール, 伊斯坦布尔, 伊斯坦堡, 이스탄불, إسطنبول, איסטנבול
Jakarta, Djakarta, Yakarta, Giacarta, Jacarta, Dżakarta, Джакарта, ジャカルタ, 雅加达, 雅加達, 자카르타, جاكرتا
Jeddah, Jidda, Djeddah, Dschidda, Gedda, Джидда, ジッダ, 吉达, جدة
Jerusalem, Jerusalén, Gerusalemme, Jerozolima, Yerushalayim, Al-Quds, Kudüs, Иерусалим, Єрусалим, Ιερουσαλήμ, エルサレム, 耶路撒冷, 예루살렘, القدس, ירושלים
Johannesburg, Johannesbourg, Johannesburgo, Joanesburgo, Joburg, Jozi, eGoli, Йоханнесбург, ヨハネスブルグ, 约翰内斯堡, 요하네스버그
Kaohsiung, Gaoxiong, 高雄, 高雄市, Гаосюн, カオシュン, 가오슝
Karachi, Karatschi, Karaczi, Карачи, カラチ, 卡拉奇, 카라치, کراچی
Kathmandu, Katmandu, Katmandou, Катманду, カトマンズ, 加德满都, 카트만두, काठमाडौं, काठमांडू
Kaunas, Kowno, Каунас, カウナス
Kharkiv, Kharkov, Charkiw, Charków, Járkov, Харків, Харьков, ハルキウ, 哈尔科夫, 하르키우
Kinshasa, Kinszasa, Киншаса, キンシャサ, 金沙萨, 킨샤사
Kobe, 神戸, 神户, 神戸市, Кобе, こうべ, 고베
Kolkata, Calcutta, Kalkutta, Calcuta, Kalkuta, Колката, Калькутта, コルカタ, カルカッタ, 加尔各答, 콜카타, কলকাতা, कोलकाता
Košice, Kaschau, Koszyce, Кошице
Kraków, Cracow, Krakau, Cracovie, Cracovia, Krakov, Краков, Краків, Κρακοβία, クラクフ, 克拉科夫, 크라쿠프
Kuala Lumpur, Куала-Лумпур, クアラルンプール, 吉隆坡, 쿠알라룸푸르, كوالالمبور
Kuwait City, Kuwait, Kuweit, Koweït, Эль-Кувейт, クウェート, 科威特城, 쿠웨이트시티, الكويت, مدينة الكويت
Kyiv, Kiev, Kiew, Kijów, Kyjev, Kiova, Київ, Киев, Κίεβο, キーウ, キエフ, 基辅, 基輔, 키이우, 키예프, كييف
Kyoto, Kioto, Quioto, Kjoto, 京都, 京都市, Киото, Кіото, キョウト, 교토, كيوتو
La Paz, Ла-Пас, ラパス, 拉巴斯, 라파스
Lagos, Лагос, ラゴス, 拉各斯, 라고스, لاغوس
Las Vegas, Vegas, Лас-Вегас, ラスベガス, 拉斯维加斯, 拉斯維加斯, 라스베이거스, لاس فيغاس
Lausanne, Losanna, Lausana, Lozanna, Лозанна, ローザンヌ, 洛桑, 로잔
Leipzig, Lipsia, Lipsk, Lipsko, Лейпциг, ライプツィヒ, 莱比锡, 라이프치히
Leuven, Louvain, Lovaina, Лёвен, ルーヴェン, 鲁汶
Liège, Luik, Lüttich, Lieja, Liegi, Льеж, リエージュ, 列日
Lille, Rijsel, Лилль, 里尔
Lima, Лима, リマ, 利马, 利馬, 리마, ليما
Lisbon, Lisboa, Lissabon, Lisbonne, Lisbona, Lizbona, Lisabon, Lizbon, Lisszabon, Лиссабон, Лісабон, Λισαβόνα, リスボン, 里斯本, 리스본, لشبونة, ליסבון
Liverpool, Ливерпуль, リバプール, 利物浦, 리버풀
Ljubljana, Lubiana, Liubliana, Lublana, Любляна, リュブリャナ, 卢布尔雅那, 류블랴나
Łódź, Лодзь, ウッチ, 罗兹
London, Londres, Londra, Londen, Londyn, Lontoo, Londonas, Llundain, Лондон, Λονδίνο, ロンドン, 伦敦, 倫敦, 런던, لندن, לונדון, लंदन, ลอนดอน
Los Angeles, Лос-Анджелес, ロサンゼルス, ロスアンゼルス, 洛杉矶, 洛杉磯, 로스앤젤레스, لوس أنجلوس
Lucerne, Luzern, Люцерн, ルツェルン, 卢塞恩, 루체른
Luxembourg, Luxemburg, Lëtzebuerg, Luxemburgo, Lussemburgo, Luksemburg, Люксембург, ルクセンブルク, 卢森堡, 룩셈부르크
Lviv, Lwów, Lemberg, Lvov, Leopolis, Львів, Львов, リヴィウ, 利沃夫, 르비우
Lyon, Lyons, Lione, Лион, Ліон, Λυών, リヨン, 里昂, 리옹
Macau, Macao, Макао, マカオ, 澳门, 澳門, 마카오
Madrid, Madryt, Madri, Мадрид, Μαδρίτη, マドリード, 马德里, 馬德里, 마드리드, مدريد, מדריד
Mainz, Mayence, Maguncia, Magonza, Moguncja, Майнц, マインツ, 美因茨
Málaga, Малага, マラガ, 马拉加, 말라가
Malmö, Мальмё, マルメ, 马尔默, 말뫼
Manchester, Манчестер, マンチェスター, 曼彻斯特, 曼徹斯特, 맨체스터, مانشستر
Manila, Maynila, Manille, Manilla, Манила, マニラ, 马尼拉, 馬尼拉, 마닐라
Marrakesh, Marrakech, Marrakesch, Marrakusz, Marraquexe, Марракеш, マラケシュ, 马拉喀什, 마라케시, مراكش
Marseille, Marseilles, Marsiglia, Marsella, Marselha, Marsylia, Марсель, Μασσαλία, マルセイユ, 马赛, 馬賽, 마르세유, مرسيليا
Medellín, Медельин, メデジン, 麦德林, 메데인
Melbourne, Мельбурн, Μελβούρνη, メルボルン, 墨尔本, 墨爾本, 멜버른, ملبورن, מלבורן
Mexico City, Ciudad de México, CDMX, México D.F., Mexiko-Stadt, Mexiko City, Mexico-Stad, Mexico-Ville, Città del Messico, Cidade do México, Meksyk, Мехико, Πόλη του Μεξικού, メキシコシティ, 墨西哥城, 멕시코시티, مكسيكو سيتي
Miami, Майами, マイアミ, 迈阿密, 邁阿密, 마이애미, ميامي
Milan, Milano, Mailand, Milão, Mediolan, Milaan, Милан, Мілан, Μιλάνο, ミラノ, 米兰, 米蘭, 밀라노, ميلانو
Minsk, Минск, Мінск, Μινσκ, ミンスク, 明斯克, 민스크
Monterrey, Монтеррей, モンテレイ, 蒙特雷, 몬테레이
Montevideo, Montevidéu, Монтевидео, モンテビデオ, 蒙得维的亚, 몬테비데오
Montreal, Monreal, MTL, Монреаль, モントリオール, 蒙特利尔, 蒙特利爾, 몬트리올, مونتريال
Moscow, Moskau, Moscou, Moscú, Mosca, Moscovo, Moskwa, Moskva, Moskou, Moskova, Москва, Μόσχα, モスクワ, 莫斯科, 모스크바, موسكو, מוסקבה
Mumbai, Bombay, Bombaim, Mumbaj, Мумбаи, Бомбей, ムンバイ, ボンベイ, 孟买, 孟買, 뭄바이, मुंबई, બૉમ્બે, مومباي
Munich, München, Monaco di Baviera, Munique, Monachium, Mnichov, Мюнхен, Μόναχο, ミュンヘン, 慕尼黑, 뮌헨, ميونخ, מינכן
Nagasaki, 長崎, 长崎, 長崎市, Нагасаки, ながさき, 나가사키
Nagoya, 名古屋, Нагоя, ナゴヤ, 나고야
Nairobi, Найроби, ナイロビ, 内罗毕, 나이로비, نيروبي
Nanjing, Nanking, Nankín, Nanchino, Нанкин, 南京, 南京市, 난징
Naples, Napoli, Neapel, Nápoles, Neapol, Неаполь, Νάπολη, ナポリ, 那不勒斯, 拿坡里, 나폴리, نابولي
Nashville, Нашвилл, ナッシュビル, 纳什维尔, 내슈빌
New Orleans, La Nouvelle-Orléans, Nouvelle-Orléans, Nueva Orleans, Nova Orleans, Nowy Orlean, Новый Орлеан, ニューオーリンズ, 新奥尔良, 뉴올리언스
New York, NYC, New York City, Nueva York, Nova York, Nova Iorque, Nowy Jork, Нью-Йорк, Νέα Υόρκη, ニューヨーク, 纽约, 紐約, 뉴욕, نيويورك, ניו יורק, न्यूयॉर्क
Nice, Nizza, Niza, Nicea, Ницца, ニース, 尼斯, 니스
Nicosia, Lefkosia, Lefkoşa, Nikosia, Nicosie, Λευκωσία, Никосия, ニコシア, 尼科西亚
Nuremberg, Nürnberg, Norimberga, Nuremberga, Norymberga, Norimberk, Neurenberg, Нюрнберг, ニュルンベルク, 纽伦堡, 뉘른베르크
Odesa, Odessa, Одеса, Одесса, オデッサ, オデーサ, 敖德萨, 오데사
Osaka, Ohsaka, 大阪, 大阪市, Осака, オオサカ, 오사카, أوساكا
Oslo, Осло, Όσλο, オスロ, 奥斯陆, 奧斯陸, 오슬로, أوسلو
Ottawa, Оттава, オタワ, 渥太华, 오타와
Padua, Padova, Padoue, Padwa, Падуя, パドヴァ, 帕多瓦
Pamplona, Iruña, Pampelune, Памплона, パンプローナ
Panama City, Ciudad de Panamá, Panama-Stadt, Cidade do Panamá, Панама-Сити, パナマシティ, 巴拿马城
Paris, Parigi, Paryż, Parijs, Pariisi, Paříž, Párizs, Париж, Παρίσι, パリ, 巴黎, 파리, باريس, פריז, पेरिस
Perth, Перт, 珀斯, 퍼스
Philadelphia, Philadelphie, Filadelfia, Philly, Филадельфия, フィラデルフィア, 费城, 費城, 필라델피아
Phnom Penh, Пномпень, プノンペン, 金边, 프놈펜, ភ្នំពេញ
Portland, Портленд, ポートランド, 波特兰, 포틀랜드
Porto, Oporto, Порту, Πόρτο, ポルト, 波尔图, 포르투, بورتو
Porto Alegre, Порту-Алегри, ポルトアレグレ, 阿雷格里港
Poznań, Posen, Познань, ポズナン, 波兹南, 포즈난
Prague, Praha, Prag, Praga, Praag, Прага, Πράγα, プラハ, 布拉格, 프라하, براغ, פראג
Pune, Poona, Пуна, プネー, 浦那, पुणे
Québec, Quebec City, Ville de Québec, Québec-Ville, Квебек, ケベック, 魁北克, 퀘벡
Quito, Кито, キト, 基多, 키토
Reykjavík, Reikiavik, Reiquiavique, Rejkiawik, Рейкьявик, レイキャビク, 雷克雅未克, 레이캬비크
Riga, Ryga, Riika, Рига, Ρίγα, リガ, 里加, 리가
Rio de Janeiro, Рио-де-Жанейро, リオデジャネイロ, リオ・デ・ジャネイロ, 里约热内卢, 里約熱內盧, 리우데자네이루, ريو دي جانيرو
Riyadh, Riad, Riyad, Rijad, Эр-Рияд, リヤド, 利雅得, 리야드, الرياض
Rome, Roma, Rom, Rzym, Рим, Ρώμη, ローマ, 罗马, 羅馬, 로마, روما, רומא
Rotterdam, Róterdam, Roterdão, Roterdã, Роттердам, ロッテルダム, 鹿特丹, 로테르담
Saint Petersburg, St. Petersburg, Sankt Petersburg, Saint-Pétersbourg, San Petersburgo, San Pietroburgo, São Petersburgo, Petersburg, SPB, Санкт-Петербург, Петербург, СПб, Αγία Πετρούπολη, サンクトペテルブルク, 圣彼得堡, 상트페테르부르크
Salvador, Salvador da Bahia, Salvador de Bahia, Сальвадор, サルヴァドール, 萨尔瓦多
Salzburg, Salzbourg, Salzburgo, Salisburgo, Зальцбург, ザルツブルク, 萨尔茨堡, 잘츠부르크
San Diego, Сан-Диего, サンディエゴ, 圣迭戈, 샌디에이고
San Francisco, São Francisco, San Fran, Сан-Франциско, サンフランシスコ, 旧金山, 舊金山, 三藩市, 샌프란시스코, سان فرانسيسكو
San José, Сан-Хосе, サンホセ, 圣何塞, 산호세
San Sebastián, Donostia, Donostia-San Sebastián, Saint-Sébastien, Сан-Себастьян, サンセバスティアン, 圣塞瓦斯蒂安
Santiago, Santiago de Chile, Santiago do Chile, Сантьяго, サンティアゴ, 圣地亚哥, 聖地亞哥, 산티아고
Santo Domingo, Saint-Domingue, São Domingos, Санто-Доминго, サントドミンゴ, 圣多明各
São Paulo, Сан-Паулу, サンパウロ, 圣保罗, 聖保羅, 상파울루, ساو باولو
Sapporo, 札幌, 札幌市, Саппоро, サッポロ, 삿포로
Sarajevo, Sarajewo, Сарајево, Сараево, Σαράγεβο, サラエボ, 萨拉热窝, 사라예보
Seattle, Сиэтл, シアトル, 西雅图, 西雅圖, 시애틀, سياتل
Seoul, Sŏul, Сеул, Σεούλ, ソウル, 首尔, 首爾, 서울, 서울시, 서울특별시, سيول
Seville, Sevilla, Siviglia, Sevilha, Sewilla, Севилья, セビリア, 塞维利亚, 세비야, إشبيلية
Shanghai, Schanghai, Shangai, Xangai, Szanghaj, Sjanghai, Шанхай, Σαγκάη, 上海, 上海市, シャンハイ, 상하이, شانغهاي
Shenzhen, Шэньчжэнь, 深圳, シンセン
Singapore, Singapur, Singapour, Singapura, Cingapura, Сингапур, シンガポール, 新加坡, 싱가포르, سنغافورة, சிங்கப்பூர்
Skopje, Skopie, Scopje, Üsküp, Скопје, Скопье, スコピエ, 斯科普里
Sofia, Sofija, Sofya, София, Σόφια, ソフィア, 索非亚, 소피아
Stockholm, Estocolmo, Stoccolma, Sztokholm, Tukholma, Stokholm, STHLM, Стокгольм, Στοκχόλμη, ストックホルム, 斯德哥尔摩, 斯德哥爾摩, 스톡홀름, ستوكهولم
Strasbourg, Straßburg, Estrasburgo, Strasburgo, Straatsburg, Strasburg, Страсбург, ストラスブール, 斯特拉斯堡, 스트라스부르
Stuttgart, Stoccarda, Estugarda, Sztutgart, Штутгарт, シュトゥットガルト, 斯图加特, 슈투트가르트
Sydney, Sídney, Сидней, Σίδνεϊ, シドニー, 悉尼, 雪梨, 시드니, سيدني
Szczecin, Stettin, Щецин, シュチェチン, 什切青
Taipei, Taipeh, Tajpej, Тайбэй, 台北, 臺北, 台北市, タイペイ, 타이베이, تايبيه
Tallinn, Tallin, Tallinna, Tallina, Таллин, Таллинн, Ταλίν, タリン, 塔林, 탈린
Tampere, Tammerfors, Тампере, タンペレ, 坦佩雷
Tartu, Dorpat, Тарту, タルトゥ, 塔尔图
Tbilisi, Tiflis, Tiblisi, Тбилиси, თბილისი, トビリシ, 第比利斯, 트빌리시
Tehran, Teheran, Тегеран, テヘラン, 德黑兰, 테헤란, تهران, طهران
Tel Aviv, Tel Aviv-Yafo, Tel Awiw, TLV, Тель-Авив, Τελ Αβίβ, テルアビブ, 特拉维夫, 텔아비브, تل أبيب, תל אביב, תל אביב-יפו
The Hague, Den Haag, 's-Gravenhage, La Haye, La Haya, L'Aia, Haia, Гаага, ハーグ, 海牙, 헤이그, لاهاي
Thessaloniki, Salonica, Saloniki, Thessalonique, Salonicco, Selanik, Θεσσαλονίκη, Салоники, テッサロニキ, 塞萨洛尼基
Timișoara, Temeswar, Temesvár, Тимишоара, ティミショアラ
Tirana, Tiranë, Тирана, Τίρανα, ティラナ, 地拉那
Tokyo, Tokio, Tóquio, 東京, 东京, 東京都, Токио, Токіо, Τόκιο, トウキョウ, 도쿄, طوكيو, טוקיו, टोक्यो, โตเกียว
Toronto, Торонто, トロント, 多伦多, 多倫多, 토론토, تورونتو
Toulouse, Tolosa, Tuluza, Тулуза, トゥールーズ, 图卢兹, 툴루즈
Trieste, Triest, Trst, Триест, トリエステ, 的里雅斯特
Trondheim, Trondhjem, Тронхейм, トロンハイム, 特隆赫姆
Tunis, Túnez, Tunisi, Тунис, チュニス, 突尼斯市, 튀니스, تونس العاصمة
Turin, Torino, Turim, Turyn, Турин, トリノ, 都灵, 杜林, 토리노
Turku, Åbo, Турку, トゥルク, 图尔库
Ulaanbaatar, Ulan Bator, Oulan-Bator, Улаанбаатар, Улан-Батор, ウランバートル, 乌兰巴托, 울란바토르
Utrecht, Утрехт, ユトレヒト, 乌得勒支, 위트레흐트
Valencia, Валенсия, バレンシア, 巴伦西亚, 瓦伦西亚, 발렌시아, بلنسية
Vancouver, Ванкувер, バンクーバー, 温哥华, 溫哥華, 밴쿠버, فانكوفر
Venice, Venezia, Venedig, Venise, Venecia, Veneza, Wenecja, Venetië, Benátky, Венеция, Βενετία, ヴェネツィア, ベネチア, 威尼斯, 베네치아, البندقية
Vienna, Wien, Vienne, Viena, Wiedeń, Wenen, Vídeň, Viedeň, Bécs, Viyana, Вена, Відень, Беч, Βιέννη, ウィーン, 维也纳, 維也納, 비엔나, فيينا, וינה
Vilnius, Wilno, Wilna, Vilna, Vilnus, Вильнюс, Вільнюс, ビリニュス, 维尔纽斯, 빌뉴스
Warsaw, Warszawa, Warschau, Varsovie, Varsovia, Varsavia, Varšava, Varşova, Варшава, Βαρσοβία, ワルシャワ, 华沙, 華沙, 바르샤바, وارسو, ורשה
Washington, Washington DC, Waszyngton, Вашингтон, Ουάσιγκτον, ワシントン, 华盛顿, 華盛頓, 워싱턴, واشنطن
Wellington, Te Whanganui-a-Tara, Веллингтон, ウェリントン, 惠灵顿, 웰링턴
Wrocław, Breslau, Breslavia, Vratislav, Вроцлав, ヴロツワフ, 弗罗茨瓦夫, 브로츠와프
Wuhan, Ухань, 武汉, 武漢, 우한
Xi'an, Сиань, 西安, 西安市, 시안
Yangon, Rangoon, Rangun, Янгон, ヤンゴン, 仰光, 양곤, ရန်ကုန်
Yekaterinburg, Ekaterinburg, Jekaterinburg, Iekaterinbourg, Ekaterimburgo, Екатеринбург, ЕКБ, エカテリンブルク, 叶卡捷琳堡
Yerevan, Erevan, Eriwan, Erevã, Ереван, Երևան, エレバン, 埃里温, 예레반
Yokohama, 横浜, 横滨, 横浜市, Иокогама, ヨコハマ, 요코하마
Zagreb, Agram, Zagabria, Zágráb, Загреб, Ζάγκρεμπ, ザグレブ, 萨格勒布, 자그레브
Zaragoza, Saragossa, Saragosse, Saragozza, Сарагоса, サラゴサ, 萨拉戈萨
Zürich, Zurigo, Zurique, Zurych, Curych, Цюрих, Ζυρίχη, チューリッヒ, 苏黎世, 蘇黎世, 취리히, زيورخ
`;
